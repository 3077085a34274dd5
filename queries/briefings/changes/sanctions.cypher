// title: Sanctions
// learns: Which sanctions the people $people received, from whom, and whether as accused of what was done to others.
UNWIND $people AS id
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
WHERE p.id = id AND s.status = 'imposed' /* filter: sanction s, person p */
CALL (s) {
  MATCH (s)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS evidence
}
CALL (s) {
  MATCH (s)<-[:RECORDS]-(n:Entry)
  RETURN min(n.date) AS told
}
CALL (s) {
  MATCH (s)-[:IMPOSED_BY]->(b:Court|Organisation|Facility)
  WITH DISTINCT b.name AS name
  ORDER BY name
  RETURN collect(name) AS authors
}
RETURN p.id AS person, p.name AS name, s.id AS fact, s.kind AS kind, s.duration AS duration, s.until AS until,
       s.duration_max AS longest, s.amount AS amount, s.index_units AS units, s.joint AS joint, s.count AS count, s.date AS date, coalesce(s.date, told) AS day, authors,
       s.disputed = true AS disputed,
       EXISTS { MATCH (p)-[w:PARTY_TO]->(:Case)<-[:IN_CASE]-(s) WHERE w.role = 'perpetrator' } AS accused, evidence
