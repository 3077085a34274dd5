// title: Court
// learns: The court that imposed a sanction, by its words.
MATCH (s:Sanction)-[:IMPOSED_BY]->(b:Court)
OPTIONAL MATCH (b)-[:LOCATED_IN]->(l:Place)
WITH s, b, min(l.name) AS place
RETURN s.id AS thing, b.id AS key,
       CASE WHEN place IS NULL OR b.name CONTAINS place THEN b.name ELSE b.name + ', ' + place END AS value
ORDER BY thing, key
