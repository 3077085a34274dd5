// title: Entries
// learns: The entries.
MATCH (n:Entry)
WHERE n.id <> '' /* filter: entry n */
RETURN n.id AS thing, n.id AS account, 'stated' AS standing, null AS unnamed
ORDER BY thing
