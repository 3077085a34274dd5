// title: Facility
// learns: The facility where an act happened.
MATCH (e:Event)-[:AT]->(b:Facility)
RETURN DISTINCT e.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
