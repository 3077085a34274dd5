// title: Place
// learns: The place where an act happened; where none is told, that of its entry.
MATCH (e:Event)-[:AT]->(l:Place)
RETURN DISTINCT e.id AS thing, l.id AS key, l.name AS value
UNION
MATCH (e:Event)-[:AT]->(:Facility)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (e)-[:AT]->(:Place) }
RETURN DISTINCT e.id AS thing, l.id AS key, l.name AS value
UNION
MATCH (e:Event)<-[:RECORDS]-(n:Entry)-[:LOCATED_IN]->(l:Place)
WHERE NOT EXISTS { MATCH (e)-[:AT]->(:Place) } AND NOT EXISTS { MATCH (e)-[:AT]->(:Facility)-[:LOCATED_IN]->(:Place) }
  AND NOT EXISTS { MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*1..4]->(outer:Place) WHERE outer.id = l.id }
RETURN DISTINCT e.id AS thing, l.id AS key, l.name AS value
