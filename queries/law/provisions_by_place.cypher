// title: Articles by frequency and place
// learns: Which articles are used most, against how many people, and where.
// reading: >-
//   "Charges" counts one charge against one person in one case once, whatever its stage. "People" counts those who are named,
//   "unnamed" adds up the numbers that entries give of people whom they do not name, one charge in one case once. The places
//   are those of the entries that report the charges.
// limits: >-
//   Where an entry says "several", no number is known. The unnamed may be people whom another entry names. Articles that the
//   reports do not cite are not here.
// plot: {kind: bar, x: article, y: people}
// columns:
//   article: {label: article, key: Provision.id, priority: 1}
//   title: {label: what it punishes, priority: 3}
//   charges: {label: charges, priority: 1}
//   people: {label: people, priority: 1}
//   unnamed: {label: unnamed, priority: 1}
//   places: {label: where, priority: 2}
// example:
//   rows:
//     - {article: "CAO:61", charges: 11, people: 6, places: ["Marenth", "Pessarin"]}
//     - {article: "CC:207", charges: 6, people: 5, unnamed: 7, places: ["Ishkarra", "Oskevan"]}
//     - {article: "CC:140", charges: 5, people: 2, places: ["Tolvane"]}
MATCH (c:Charge)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article' /* filter: charge c */
WITH a, count(DISTINCT c) AS charges
// People, places and words are collected separately: together they would give a row for each person in each entry.
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)<-[:FACES]-(p:Person)
  WHERE p.id <> '' /* filter: charge c */
  RETURN count(DISTINCT p) AS people
}
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)
  WHERE c.count > 0 /* filter: charge c */
  WITH DISTINCT c
  RETURN coalesce(sum(c.count), 0) AS unnamed
}
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)<-[:RECORDS]-(:Entry)-[:LOCATED_IN]->(l:Place)
  WHERE l.id <> '' /* filter: charge c */
  WITH DISTINCT l.name AS place
  ORDER BY place
  RETURN collect(place) AS places
}
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)<-[r:RECORDS]-(n:Entry)
  WHERE n.id <> '' /* filter: charge c */
  WITH DISTINCT n.id + '#' + toString(r.start) + '-' + toString(r.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN a.id AS article, a.title AS title, charges, people, unnamed, places, evidence
ORDER BY charges DESC, article
