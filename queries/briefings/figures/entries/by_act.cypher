// title: Kind of act
// learns: The kinds of act that an entry tells.
MATCH (n:Entry)-[:RECORDS]->(e:Event)
RETURN DISTINCT n.id AS thing, e.type AS key, e.type AS value
ORDER BY thing, key
