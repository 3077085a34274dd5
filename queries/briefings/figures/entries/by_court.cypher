// title: Court
// learns: The courts that an entry names.
MATCH (n:Entry)-[:MENTIONS]->(b:Court)
OPTIONAL MATCH (b)-[:LOCATED_IN]->(l:Place)
WITH n, b, min(l.name) AS place
RETURN n.id AS thing, b.id AS key,
       CASE WHEN place IS NULL OR b.name CONTAINS place THEN b.name ELSE b.name + ', ' + place END AS value
ORDER BY thing, key
