// title: Shared charges
// learns: Which articles several people are charged under, who they are, and under which parts; alleged perpetrators are left out.
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest people for an article to be listed}
// columns: {article: Provision.id, people: Person.id}
MATCH (p:Person)-[f:FACES]->(:Charge)-[:UNDER]->(v:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE f.role = 'target' AND a.level = 'article'
WITH a, collect(DISTINCT p) AS held, collect(DISTINCT v.id) AS parts, count(DISTINCT p) AS number
WHERE number >= $at_least
// Each list is sorted separately. WITH drops the whole list, which would slow the sort.
CALL (held) {
  UNWIND held AS p
  WITH p
  WITH p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (parts) {
  UNWIND parts AS part
  WITH part
  ORDER BY part
  RETURN collect(part) AS cited
}
RETURN a.id AS article, a.title AS title, number, names, cited, people
ORDER BY number DESC, article
