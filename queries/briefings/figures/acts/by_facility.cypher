// title: Facility
// learns: The facility where an act happened.
MATCH (e:Event)-[:AT]->(b:Facility)
OPTIONAL MATCH (b)-[:LOCATED_IN]->(l:Place)
WITH e, b, min(l.name) AS place
RETURN e.id AS thing, b.id AS key,
       CASE WHEN place IS NULL OR b.name CONTAINS place THEN b.name ELSE b.name + ', ' + place END AS value
ORDER BY thing, key
