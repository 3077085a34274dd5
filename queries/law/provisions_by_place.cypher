// title: Provisions by frequency and place
// learns: Which articles are used most, against how many people, and where.
// columns: {article: Provision.id}
MATCH (c:Charge)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
MATCH (e:Entry)-[:RECORDS]->(c)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(l:Place)
OPTIONAL MATCH (p:Person)-[:FACES]->(c)
WITH a, c, l, p
ORDER BY l.name
WITH a, count(DISTINCT c) AS charges, count(DISTINCT p) AS people, collect(DISTINCT l.name) AS places
RETURN a.id AS article, a.title AS title, charges, people, places
ORDER BY charges DESC, article
