// title: Region
// learns: The region of an entry, or the city that belongs to none.
MATCH (n:Entry)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*1..4]->(outer:Place) WHERE outer.id = l.id }
MATCH (l)-[:PART_OF*0..4]->(g:Place)-[:PART_OF]->(c:Place)
WHERE c.kind = 'country'
RETURN DISTINCT n.id AS thing, g.id AS key, g.name AS value
ORDER BY thing, key
