// title: Provisions by frequency and place
// learns: Which articles are used most, against how many people, and where.
// columns: {article: Provision.id}
MATCH (c:Charge)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.level = 'article'
WITH a, count(DISTINCT c) AS charges
// People and places are collected separately: together they would give a row for each person in each entry.
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(:Charge)<-[:FACES]-(p:Person)
  RETURN count(DISTINCT p) AS people
}
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(:Charge)<-[:RECORDS]-(:Entry)-[:LOCATED_IN]->(l:Place)
  WITH DISTINCT l.name AS place
  ORDER BY place
  RETURN collect(place) AS places
}
RETURN a.id AS article, a.title AS title, charges, people, places
ORDER BY charges DESC, article
