// title: Publisher
// learns: The publishers whom an entry cites.
MATCH (n:Entry)-[:CITES]->(s:Source)
WITH n.id AS thing, coalesce(s.publisher, s.host) AS value
WHERE value IS NOT NULL
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
