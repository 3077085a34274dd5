// title: Articles by court and year
// learns: Which courts hear charges under which articles, in which year, against how many named people.
// reading: >-
//   A row is one article before one court in one year. "Charges" counts one charge against one person in one case once. The year
//   is that of the first entry that tells the charge.
// limits: >-
//   Only cases whose court an entry names. A court whose town no entry gives stays apart from the others of its name.
// view: matrix
// matrix: {down: article, across: [court_name, place], value: charges}
// parameters:
//   most: {type: integer, default: 200, cuts: true, about: "How many rows at most, those with most charges first"}
// columns:
//   article: {label: article, key: Provision.id, priority: 1}
//   court_name: {label: court, priority: 1}
//   place: {label: place, priority: 2}
//   year: {label: year, priority: 1}
//   charges: {label: charges, priority: 1}
//   people: {label: people, priority: 1}
//   court: Court.id
// example:
//   rows:
//     - {article: "CAO:61", court_name: "Harbour district court", year: "2031"}
//     - {article: "CC:207", court_name: "Ishkarra city court", year: "2031"}
//     - {article: "CC:140", court_name: "City Court No. 2", year: "2031"}
MATCH (a:Provision)<-[:PART_OF*0..3]-(v:Provision)
WHERE a.level = 'article'
WITH a.id AS article, v
MATCH (v)<-[:UNDER]-(c:Charge)
WHERE c.id <> '' /* filter: charge c */
MATCH (c)-[:IN_CASE]->(:Case)-[:BEFORE]->(court:Court)
WITH article, court, left(c.first_seen, 4) AS year, count(DISTINCT c) AS charges, collect(DISTINCT c) AS held
ORDER BY charges DESC, article, court.name, year, court.id
LIMIT $most
CALL (held) {
  UNWIND held AS c
  WITH c
  MATCH (c)<-[:FACES]-(p:Person)
  RETURN count(DISTINCT p) AS people
}
CALL (court) {
  MATCH (court)-[:LOCATED_IN]->(l:Place)
  RETURN min(l.name) AS place
}
CALL (held) {
  UNWIND held AS c
  WITH c
  MATCH (c)<-[r:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(r.start) + '-' + toString(r.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN article, court.name AS court_name, place, year, charges, people, court.id AS court, evidence
ORDER BY charges DESC, article, court_name, year, court
