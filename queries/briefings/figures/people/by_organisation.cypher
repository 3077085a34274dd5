// title: Organisation
// learns: The organisations that somebody belongs to, by the words.
MATCH (p:Person)-[:AFFILIATED_WITH]->(o:Organisation)
OPTIONAL MATCH (o)-[:LOCATED_IN]->(l:Place)
WITH p, o, min(l.name) AS place
RETURN p.id AS thing, o.id AS key,
       CASE WHEN place IS NULL OR o.name CONTAINS place THEN o.name ELSE o.name + ', ' + place END AS value
ORDER BY thing, key
