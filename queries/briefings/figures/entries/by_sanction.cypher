// title: Kind of sanction
// learns: The kinds of sanction that an entry tells.
MATCH (n:Entry)-[:RECORDS]->(s:Sanction)
RETURN DISTINCT n.id AS thing, s.kind AS key, s.kind AS value
ORDER BY thing, key
