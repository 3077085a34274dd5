// title: Shared charges
// learns: Which articles several people are charged under, who they are, and under which parts; alleged perpetrators are left out.
// reading: >-
//   "People" counts the persons of the list behind it. "Parts" are the parts of the article that the entries cite; an
//   article named with and without its part is both.
// limits: >-
//   People who share an article need not share a case. Only people who are named are counted.
// view: network
// network: {lines: [{from: people, to: article}]}
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest people for an article to be listed}
// columns:
//   article: {label: article, key: Provision.id, priority: 1}
//   title: {label: what it punishes, priority: 3}
//   number: {label: people, priority: 1}
//   names: {label: who, priority: 1}
//   cited: {label: parts, priority: 2}
//   people: Person.id
// example:
//   given: {at_least: 3}
//   rows:
//     - article: "CAO:61"
//       number: 6
//       names: ["Gavinuvel Th", "Lirevant Dathan", "Ombreth Jorvan", "Perevanta Nerisse", "Sathuvela Perrith", "Talidora Ilvane"]
//       cited: ["CAO:61", "CAO:61/1", "CAO:61/3"]
//     - article: "CC:207"
//       number: 5
//       names: ["Estridor Lomar", "Halmuvel Oswen", "Mordevant I.", "Quassil Rudmar", "Tessuvela Sabrel"]
//       cited: ["CC:207/2"]
//     - article: "CC:311"
//       number: 3
//       names: ["Pellidor Oswen", "Talidora Ilvane", "Tramuvela Yolinde"]
//       cited: ["CC:311/1", "CC:311/2"]
MATCH (p:Person)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE f.role = 'target' AND a.level = 'article' /* filter: charge c */
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
CALL (a) {
  MATCH (a)<-[:PART_OF*0..3]-(:Provision)<-[:UNDER]-(c:Charge)<-[f:FACES]-(:Person)
  WHERE f.role = 'target' /* filter: charge c */
  UNWIND range(0, size(f.entries) - 1) AS i
  WITH DISTINCT f.entries[i] + '#' + f.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN a.id AS article, a.title AS title, number, names, cited, people, evidence
ORDER BY number DESC, article
