// title: Entries themselves
// learns: Each entry, with all of its words.
MATCH (n:Entry)
RETURN n.id AS thing, n.id AS entry, '0-' + toString(size(n.text)) AS span
ORDER BY thing
