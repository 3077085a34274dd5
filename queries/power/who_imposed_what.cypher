// title: Who imposed what
// learns: Which courts and bodies imposed which sanctions, on how many people, how long they were, and under which articles.
// reading: >-
//   A row is one kind of sanction of one body. "Times" counts sanctions, a joint sum or two accounts of one once. "Shortest"
//   and "longest" are among those whose length an entry gives. What a prosecutor only asked for is left out.
// limits: >-
//   A sanction whose author no entry names is not here. "In cases as" shows where officers who are accused of abuse are
//   among the sanctioned.
// view: matrix
// matrix: {down: [name, place], across: kind, value: times}
// parameters:
//   at_least: {type: integer, default: 1, about: The fewest sanctions}
//   most: {type: integer, default: 300, cuts: true, about: "How many rows at most, the most frequent first"}
// columns:
//   name: {label: body, priority: 1}
//   place: {label: place, priority: 2}
//   kind: {label: what, priority: 1}
//   times: {label: times, priority: 1}
//   people: {label: people, priority: 1}
//   shortest: {label: shortest, priority: 2}
//   longest: {label: longest, priority: 1}
//   articles: {label: articles, key: Provision.id, priority: 2}
//   roles: {label: in cases as, priority: 3}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 3}
//   body: {label: id, key: any, priority: 3}
//   persons: Person.id
// example:
//   rows:
//     - {name: "Harbour district court", kind: "administrative_arrest", times: 4, shortest: "P10D", longest: "P15D"}
MATCH (b:Court|Organisation|Facility|Person)<-[:IMPOSED_BY]-(s:Sanction)<-[:RECEIVED]-(p:Person)
WHERE s.status = 'imposed' /* filter: sanction s, person p */
WITH b, s.kind AS kind, count(DISTINCT s.account_of) AS times, count(DISTINCT p) AS people, min(s.date) AS first,
     max(s.date) AS last, collect(DISTINCT s) AS sanctions, collect(DISTINCT p) AS receivers
ORDER BY times DESC, people DESC, b.name, kind, b.id
LIMIT $most
WHERE times >= $at_least
CALL (sanctions) {
  UNWIND sanctions AS s
  WITH s
  WHERE s.duration IS NOT NULL
  WITH DISTINCT s.days AS days, s.duration AS duration
  ORDER BY days, duration
  RETURN collect(duration) AS lengths
}
CALL (sanctions) {
  UNWIND sanctions AS s
  WITH s
  MATCH (s)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS article
  ORDER BY article
  RETURN collect(article) AS articles
}
CALL (sanctions) {
  UNWIND sanctions AS s
  WITH s
  MATCH (s)<-[:RECEIVED]-(p:Person)
  WHERE p.id <> '' /* filter: person p */
  MATCH (s)-[:IN_CASE]->(c:Case)
  MATCH (c)<-[party:PARTY_TO]-(p)
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (receivers) {
  UNWIND receivers AS p
  WITH p
  WITH p.id AS person
  ORDER BY person
  RETURN collect(person) AS persons
}
CALL (b) {
  MATCH (b)-[:LOCATED_IN]->(l:Place)
  RETURN min(l.name) AS place
}
CALL (b, sanctions) {
  UNWIND sanctions AS s
  WITH b, s
  MATCH (s)-[i:IMPOSED_BY]->(b)
  UNWIND range(0, size(i.entries) - 1) AS k
  WITH DISTINCT i.entries[k] + '#' + i.spans[k] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN b.name AS name, place, kind, times, people, lengths[0] AS shortest, lengths[size(lengths) - 1] AS longest, articles,
       roles, first, last, b.id AS body, persons, evidence
ORDER BY times DESC, people DESC, name, kind, body
