// title: Article
// learns: The articles that an entry names.
MATCH (n:Entry)-[:MENTIONS]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
RETURN DISTINCT n.id AS thing, a.id AS key, a.id AS value
ORDER BY thing, key
