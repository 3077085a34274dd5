// title: Region
// learns: The region where an act happened, or the city that belongs to none.
MATCH (e:Event)-[:AT]->(l:Place)
MATCH (l)-[:PART_OF*0..4]->(g:Place)-[:PART_OF]->(c:Place)
WHERE c.kind = 'country'
RETURN DISTINCT e.id AS thing, g.id AS key, g.name AS value
UNION
MATCH (e:Event)-[:AT]->(:Facility)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (e)-[:AT]->(:Place) }
MATCH (l)-[:PART_OF*0..4]->(g:Place)-[:PART_OF]->(c:Place)
WHERE c.kind = 'country'
RETURN DISTINCT e.id AS thing, g.id AS key, g.name AS value
UNION
MATCH (e:Event)<-[:RECORDS]-(n:Entry)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (e)-[:AT]->(:Place) } AND NOT EXISTS { MATCH (e)-[:AT]->(:Facility)-[:LOCATED_IN]->(:Place) }
  AND NOT EXISTS { MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*1..4]->(outer:Place) WHERE outer.id = l.id }
MATCH (l)-[:PART_OF*0..4]->(g:Place)-[:PART_OF]->(c:Place)
WHERE c.kind = 'country'
RETURN DISTINCT e.id AS thing, g.id AS key, g.name AS value
