// title: Court
// learns: The court that did an act, by its words.
MATCH (e:Event)<-[r:INVOLVED_IN]-(b:Court)
WHERE r.role = 'by'
OPTIONAL MATCH (b)-[:LOCATED_IN]->(l:Place)
WITH e, b, min(l.name) AS place
RETURN e.id AS thing, b.id AS key,
       CASE WHEN place IS NULL OR b.name CONTAINS place THEN b.name ELSE b.name + ', ' + place END AS value
ORDER BY thing, key
