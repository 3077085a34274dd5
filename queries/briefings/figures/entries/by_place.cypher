// title: Place
// learns: The place of an entry.
MATCH (n:Entry)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*1..4]->(outer:Place) WHERE outer.id = l.id }
RETURN DISTINCT n.id AS thing, l.id AS key, l.name AS value
ORDER BY thing, key
