// title: Steps that were planned
// learns: The acts whose words give a day after $after and up to $on for what is due next, with people and cases.
MATCH (e:Event)
WHERE e.next > $after AND e.next <= $on AND coalesce(e.standing, '') <> 'denied' /* filter: act e */
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to' OR e.type = 'assembly_notice'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (e) {
  MATCH (e)-[:IN_CASE]->(c:Case)
  WITH DISTINCT c.id AS case
  ORDER BY case
  RETURN collect(case) AS cases
}
CALL (e) {
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN e.id AS fact, e.type AS type, coalesce(e.date, e.reported) AS day, e.next AS due, e.outcome AS outcome, names, people,
       cases, evidence
ORDER BY due, fact
