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
MATCH (p:Person)-[t:AFFILIATED_WITH]->(o:Organisation)
WHERE p.id <> '' /* filter: person p, tie t */
WITH DISTINCT p, o.id AS body
ORDER BY p.id, body
WITH p, collect(body) AS bodies
WHERE size(bodies) > 1
UNWIND range(0, size(bodies) - 2) AS i
UNWIND [other IN bodies[i + 1..] | [bodies[i], other]] AS pair
WITH pair, count(*) AS people, collect(p) AS shared
ORDER BY people DESC, pair
LIMIT $most
MATCH (a:Organisation)
WHERE a.id = pair[0]
MATCH (b:Organisation)
WHERE b.id = pair[1]
CALL (shared) {
  UNWIND shared AS p
  WITH p
  WITH p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(DISTINCT name) AS names, collect(person) AS members
}
CALL (a, b, shared) {
  UNWIND shared AS p
  WITH a, b, p
  MATCH (a)<-[x:AFFILIATED_WITH]-(p)-[y:AFFILIATED_WITH]->(b)
  WITH DISTINCT x.as + ', ' + y.as AS tie
  ORDER BY tie
  RETURN collect(tie) AS ties
}
CALL (a, b, shared) {
  UNWIND shared AS p
  WITH a, b, p
  MATCH (a)<-[x:AFFILIATED_WITH]-(p)-[y:AFFILIATED_WITH]->(b)
  UNWIND [i IN range(0, size(x.entries) - 1) | x.entries[i] + '#' + x.spans[i]]
         + [i IN range(0, size(y.entries) - 1) | y.entries[i] + '#' + y.spans[i]] AS words
  WITH DISTINCT words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN a.name AS first_name, b.name AS second_name, people, names, ties, a.id AS first, b.id AS second, members, evidence
ORDER BY people DESC, first_name, second_name, first, second
