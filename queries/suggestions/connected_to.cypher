// People who share an act with the chosen person, those who share most first.
MATCH (p:Person)-[:INVOLVED_IN]->(e:Event)<-[:INVOLVED_IN]-(o:Person)
WHERE p.id = $person AND o.id <> $person
WITH o, count(DISTINCT e.account_of) AS shared
RETURN o.id AS value, o.name AS caption, shared
ORDER BY shared DESC, value
LIMIT 50
