// title: Court
// learns: The court that imposed a sanction, by its words.
MATCH (s:Sanction)-[:IMPOSED_BY]->(b:Court)
RETURN DISTINCT s.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
