// title: Court
// learns: The court before which the case of a charge is.
MATCH (c:Charge)-[:IN_CASE]->(:Case)-[:BEFORE]->(b:Court)
OPTIONAL MATCH (b)-[:LOCATED_IN]->(l:Place)
WITH c, b, min(l.name) AS place
RETURN c.id AS thing, b.id AS key,
       CASE WHEN place IS NULL OR b.name CONTAINS place THEN b.name ELSE b.name + ', ' + place END AS value
ORDER BY thing, key
