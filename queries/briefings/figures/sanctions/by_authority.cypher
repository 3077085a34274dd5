// title: Authority
// learns: The body of the state, or the facility, that imposed a sanction, by its words.
MATCH (s:Sanction)-[:IMPOSED_BY]->(b:Organisation|Facility)
RETURN DISTINCT s.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
