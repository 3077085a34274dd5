// title: Article
// learns: The article that a sanction is under.
MATCH (x:Sanction)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
RETURN DISTINCT x.id AS thing, a.id AS key, a.id AS value
ORDER BY thing, key
