// title: Acts
// learns: The acts, with the number of people that the text counts and does not name.
MATCH (e:Event)
WHERE e.id <> '' /* filter: act e */
RETURN e.id AS thing, e.account_of AS account, coalesce(e.standing, 'stated') AS standing, e.count AS unnamed
ORDER BY thing
