// title: Part of an article
// learns: The article, or the part of one, that a sanction is under.
MATCH (x:Sanction)-[:UNDER]->(a:Provision)
RETURN DISTINCT x.id AS thing, a.id AS key, a.id AS value
ORDER BY thing, key
