// title: Entries without a source
// learns: Which entries cite no source at all.
// reading: The beginning of each entry stands beside it. A footnote without an address counts as no source.
// limits: An entry with a source for one of its sentences is not here, though the others have none.
// parameters:
//   most: {type: integer, default: 500, cuts: true, about: "How many entries at most, the earliest first"}
// columns:
//   entry: {label: entry, priority: 1}
//   date: {label: "on", priority: 1}
//   beginning: {label: begins, priority: 1}
// example:
//   rows:
//     - {entry: "2031-03/36", date: "2031-03-25"}
MATCH (n:Entry)
WHERE NOT EXISTS { MATCH (n)-[:CITES]->(:Source) } AND n.id <> '' /* filter: entry n */
WITH n
ORDER BY n.date, n.id
LIMIT $most
RETURN n.id AS entry, n.date AS date, left(n.text, 120) AS beginning,
       [n.id + '#0-' + toString(size(left(n.text, 120)))] AS evidence
ORDER BY date, entry
