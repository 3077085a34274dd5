// People who share an act with somebody else, those who share most first.
MATCH (p:Person)-[:INVOLVED_IN]->(e:Event)<-[:INVOLVED_IN]-(o:Person)
WHERE p.id <> o.id
WITH p, count(DISTINCT o) AS others
RETURN p.id AS value, p.name AS caption, others
ORDER BY others DESC, value
LIMIT 50
