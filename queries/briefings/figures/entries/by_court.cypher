// title: Court
// learns: The courts that an entry names.
MATCH (n:Entry)-[:MENTIONS]->(b:Court)
RETURN DISTINCT n.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
