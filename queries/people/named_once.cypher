// title: People named once
// learns: Who is named in one entry only, as what, and where.
// reading: One name in one entry, however often it is repeated there. "As" is the role that the words give.
// limits: >-
//   The same person may be in another entry under a spelling that nobody has judged to be the same: kg review asks about
//   such pairs.
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many people at most, the latest first"}
// columns:
//   name: {label: who, priority: 1}
//   roles: {label: as, priority: 1}
//   date: {label: "on", priority: 1}
//   entry: {label: entry, priority: 1}
//   place: {label: where, priority: 2}
//   person: Person.id
// example:
//   rows:
//     - {name: "Haldevant C.", roles: ["official"], entry: "2031-03/38", place: ["Low Pans settlement"]}
//     - {name: "Tunevant B.", roles: ["target"], entry: "2031-04/40", place: ["Upper Tolva region"]}
//     - {name: "Nordevant Kh.", roles: ["official"], entry: "2031-04/29", place: ["Marenth"]}
MATCH (p:Person)<-[:MENTIONS]-(n:Entry)
WHERE p.entries_naming = 1 /* filter: entry n, person p */
WITH DISTINCT p, n
ORDER BY n.date DESC, n.id, p.name, p.id
LIMIT $most
CALL (p) {
  MATCH (p)<-[m:MENTIONS]-(:Entry)
  WITH DISTINCT m.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (n) {
  MATCH (n)-[:LOCATED_IN]->(l:Place)
  WITH DISTINCT l.name AS name
  ORDER BY name
  RETURN collect(name) AS place
}
CALL (p) {
  MATCH (p)<-[m:MENTIONS]-(n:Entry)
  WITH n.id + '#' + toString(m.start) + '-' + toString(m.end) AS words
  ORDER BY words
  RETURN collect(DISTINCT words) AS evidence
}
RETURN p.name AS name, roles, n.date AS date, n.id AS entry, place, p.id AS person, evidence
ORDER BY date DESC, entry, name, person
