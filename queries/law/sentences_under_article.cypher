// title: Sanctions under one article
// learns: What different courts gave people under one article or its parts, imposed apart from requested, from the heaviest to the lightest.
// reading: >-
//   A row is one sanction; a sum that several must pay together is one, with all of them. "Requested" is what a prosecutor
//   asked for. A sentence that rests on several articles stands under each of them: the other articles are in the last column.
// limits: >-
//   A sanction whose article no entry names is not here. Lengths are as told: the time already served is not subtracted.
// parameters:
//   article: {type: Provision, about: "The article, by id, such as CC:405", suggest: sanctioned_articles}
//   most: {type: integer, default: 500, cuts: true, about: "How many sanctions at most, the longest of each status first"}
// columns:
//   status: {label: status, priority: 1}
//   kind: {label: what, priority: 1}
//   duration: {label: length, priority: 1}
//   amount: {label: amount, priority: 3}
//   names: {label: who, priority: 1}
//   imposed_by: {label: by, priority: 2}
//   date: {label: "on", priority: 1}
//   provisions: {label: articles, key: Provision.id, priority: 2}
//   people: Person.id
// example:
//   given: {article: "CAO:61"}
//   rows:
//     - names: ["Lirevant Dathan"]
//       kind: "administrative_arrest"
//       duration: "P15D"
//       imposed_by: ["Harbour district court"]
//       date: "2031-04-08"
//     - names: ["Ombreth Jorvan"]
//       kind: "administrative_arrest"
//       duration: "P15D"
//       imposed_by: ["Harbour district court"]
//       date: "2031-04-21"
//     - names: ["Gavinuvel Th"]
//       kind: "administrative_arrest"
//       duration: "P12D"
//       imposed_by: ["Harbour district court"]
//       date: "2031-04-21"
//     - names: ["Talidora Ilvane"]
//       kind: "administrative_arrest"
//       duration: "P10D"
//       imposed_by: ["Harbour district court"]
//       date: "2031-03-28"
MATCH (s:Sanction)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.id = $article /* filter: sanction s */
WITH DISTINCT s
MATCH (p:Person)-[:RECEIVED]->(s)
WHERE p.id <> '' /* filter: person p */
WITH DISTINCT s
ORDER BY s.status, coalesce(s.days, 0) DESC, s.kind, s.date, s.id
LIMIT $most
CALL (s) {
  MATCH (p:Person)-[:RECEIVED]->(s)
  WITH p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (s) {
  MATCH (:Person)-[r:RECEIVED]->(s)
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
CALL (s) {
  MATCH (s)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS provision
  ORDER BY provision
  RETURN collect(provision) AS provisions
}
CALL (s) {
  MATCH (s)-[:IMPOSED_BY]->(b:Court|Organisation|Facility)
  WITH DISTINCT b.name AS body
  ORDER BY body
  RETURN collect(body) AS imposed_by
}
RETURN s.status AS status, s.kind AS kind, s.duration AS duration, s.amount AS amount, names, imposed_by,
       s.date AS date, provisions, people, evidence
ORDER BY status, coalesce(s.days, 0) DESC, kind, date, s.id
