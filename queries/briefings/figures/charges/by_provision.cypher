// title: Part of an article
// learns: The article, or the part of one, that a charge is under.
MATCH (x:Charge)-[:UNDER]->(a:Provision)
RETURN DISTINCT x.id AS thing, a.id AS key, a.id AS value
ORDER BY thing, key
