// title: Shared charges
// learns: Which articles are held against several people, who they are, and under which parts; alleged perpetrators are left out.
// parameters:
//   at_least: {type: integer, default: 2, about: How many people at least}
// columns: {article: Provision.id, people: Person.id}
MATCH (p:Person)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE f.role = 'target' AND a.level = 'article'
WITH DISTINCT a, p.name AS name, p.id AS person, v.id AS provision
ORDER BY name, person, provision
WITH a, collect(DISTINCT person) AS people, collect(DISTINCT name) AS names, collect(DISTINCT provision) AS cited
WITH a, people, names, cited, size(people) AS number
WHERE number >= $at_least
RETURN a.id AS article, a.title AS title, number, names, cited, people
ORDER BY number DESC, article
