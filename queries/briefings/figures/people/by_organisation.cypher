// title: Organisation
// learns: The organisations that somebody belongs to, by the words.
MATCH (p:Person)-[:AFFILIATED_WITH]->(o:Organisation)
RETURN DISTINCT p.id AS thing, o.id AS key, o.name AS value
ORDER BY thing, key
