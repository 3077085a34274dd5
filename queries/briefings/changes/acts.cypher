// title: Acts
// learns: What was done to the people $people, with the standing, and the words.
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = id AND r.role = 'to' AND coalesce(r.standing, e.standing, '') <> 'denied' /* filter: act e, person p */
CALL (e) {
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS evidence
}
RETURN p.id AS person, p.name AS name, e.id AS fact, e.type AS type, coalesce(e.date, e.reported) AS day,
       coalesce(r.standing, e.standing) AS standing, e.outcome AS outcome, r.against = true AS against, evidence
