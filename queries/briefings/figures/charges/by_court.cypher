// title: Court
// learns: The court before which the case of a charge is.
MATCH (c:Charge)-[:IN_CASE]->(:Case)-[:BEFORE]->(b:Court)
RETURN DISTINCT c.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
