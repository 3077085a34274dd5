// People, those to whom most distinct things happened first.
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE r.role = 'to'
WITH p, count(DISTINCT e.account_of) AS happenings
RETURN p.id AS value, p.name AS caption, happenings
ORDER BY happenings DESC, value
LIMIT 50
