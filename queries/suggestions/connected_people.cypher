// Of the people with most acts, those who share acts with most others first.
MATCH (p:Person)-[r:INVOLVED_IN]->(:Event)
WITH p, count(r) AS acts
ORDER BY acts DESC, p.id
LIMIT 200
MATCH (p)-[:INVOLVED_IN]->(e:Event)<-[:INVOLVED_IN]-(o:Person)
WHERE p.id <> o.id
WITH p, count(DISTINCT o) AS others
RETURN p.id AS value, p.name AS caption, others
ORDER BY others DESC, value
LIMIT 50
