// title: Provisions by frequency and place
// learns: Which articles are used most, against how many people, and where.
// columns: {article: Provision.id}
MATCH (c:Charge)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
OPTIONAL MATCH (p:Person)-[:FACES]->(c)
WITH a, count(DISTINCT c) AS charges, count(DISTINCT p) AS people
// Places are gathered apart: beside the people they would be sorted once for each person and entry.
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)
  MATCH (c)<-[:RECORDS]-(e:Entry)
  MATCH (e)-[:LOCATED_IN]->(l:Place)
  WITH DISTINCT l.name AS place
  ORDER BY place
  RETURN collect(place) AS places
}
RETURN a.id AS article, a.title AS title, charges, people, places
ORDER BY charges DESC, article
