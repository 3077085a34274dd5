// title: Code of law
// learns: The code of law that a charge is under.
MATCH (x:Charge)-[:UNDER]->(a:Provision)
WHERE a.code IS NOT NULL
RETURN DISTINCT x.id AS thing, a.code AS key, a.code AS value
ORDER BY thing, key
