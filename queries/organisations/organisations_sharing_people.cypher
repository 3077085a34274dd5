// title: Organisations that share people
// learns: Which two organisations the same person belongs to, by the words of the entries, and who it is.
// reading: >-
//   A row is two organisations. "People" counts those whom entries tie to both, at whatever time: "as" is the word for
//   each tie, in the order of the people.
// limits: >-
//   That one person belongs to both does not mean that they work together. A person may have left one before joining the
//   other. Two spellings of an organisation that nobody has judged to be one are two.
// view: network
// network: {lines: [{from: members, to: first}, {from: members, to: second}]}
// parameters:
//   most: {type: integer, default: 200, cuts: true, about: "How many pairs at most, those with most people first"}
// columns:
//   first_name: {label: organisation, priority: 1}
//   second_name: {label: and, priority: 1}
//   people: {label: people, priority: 1}
//   names: {label: who, priority: 1}
//   ties: {label: as, priority: 2}
//   first: Organisation.id
//   second: Organisation.id
//   members: Person.id
// example:
//   rows:
//     - {first_name: "Kettle", second_name: "Open Sky", people: 1, names: ["Marevant Tarquel"]}
MATCH (p:Person)-[:AFFILIATED_WITH]->(o:Organisation)
WHERE p.id <> '' /* filter: person p */
WITH p, count(DISTINCT o.id) AS number, collect(DISTINCT o.id) AS bodies
WHERE number > 1
// Pairs of ids are counted much faster than pairs of nodes.
UNWIND bodies AS first
UNWIND bodies AS second
WITH first, second
WHERE first < second
WITH first, second, count(*) AS people
ORDER BY people DESC, first, second
LIMIT $most
MATCH (a:Organisation)
WHERE a.id = first
MATCH (b:Organisation)
WHERE b.id = second
CALL (a, b) {
  MATCH (a)<-[x:AFFILIATED_WITH]-(p:Person)
  WHERE EXISTS { MATCH (p)-[:AFFILIATED_WITH]->(same:Organisation) WHERE same.id = b.id } /* filter: person p */
  MATCH (p)-[y:AFFILIATED_WITH]->(other:Organisation)
  WHERE other.id = b.id
  WITH p.name AS name, p.id AS person, x.as + ', ' + y.as AS tie,
       [i IN range(0, size(x.entries) - 1) | x.entries[i] + '#' + x.spans[i]]
       + [i IN range(0, size(y.entries) - 1) | y.entries[i] + '#' + y.spans[i]] AS spans
  UNWIND spans AS words
  WITH name, person, tie, words
  ORDER BY name, person, tie, words
  RETURN collect(DISTINCT name) AS names, collect(DISTINCT person) AS members, collect(DISTINCT tie) AS ties,
         collect(DISTINCT words) AS evidence
}
RETURN a.name AS first_name, b.name AS second_name, people, names, ties, first, second, members, evidence
ORDER BY people DESC, first_name, second_name, first, second
