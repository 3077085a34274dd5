// title: Place
// learns: The place of the entries that tell a charge.
MATCH (x:Charge)<-[:RECORDS]-(n:Entry)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*1..4]->(outer:Place) WHERE outer.id = l.id }
RETURN DISTINCT x.id AS thing, l.id AS key, l.name AS value
ORDER BY thing, key
