// Articles under which most people got a sanction.
MATCH (p:Person)-[:RECEIVED]->(:Sanction)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
WITH a, count(DISTINCT p) AS people
RETURN a.id AS value, a.id AS caption, people
ORDER BY people DESC, value
LIMIT 50
