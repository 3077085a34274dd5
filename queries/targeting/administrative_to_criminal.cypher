// title: From administrative to criminal
// learns: Who was first punished or charged under the administrative code and later charged under the criminal code.
// reading: >-
//   A row is one person. The dates are the first entry of an administrative charge, and of the first criminal charge on a
//   later day; the articles are all of that kind.
// limits: >-
//   The two need not be about one act. An administrative penalty before the reports begin is not known. Those accused of harm
//   to others are left out.
// view: timeline
// timeline: {lane: person, start: administrative_on, end: criminal_on, label: criminal}
// columns:
//   name: {label: who, priority: 1}
//   administrative_on: {label: administrative on, priority: 1}
//   administrative: {label: articles, key: Provision.id, priority: 1}
//   criminal_on: {label: criminal on, priority: 1}
//   criminal: {label: then articles, key: Provision.id, priority: 1}
//   person: Person.id
// example:
//   rows:
//     - name: "Talidora Ilvane"
//       administrative_on: "2031-03-09"
//       administrative: ["CAO:61", "CAO:61/3"]
//       criminal_on: "2031-04-10"
MATCH (p:Person)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
WHERE f.role = 'target' AND v.code = 'CAO' /* filter: charge c, person p */
WITH p, min(c.first_seen) AS administrative_on
MATCH (p)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
WHERE f.role = 'target' AND v.code = 'CC' AND c.first_seen > administrative_on /* filter: charge c */
WITH p, administrative_on, min(c.first_seen) AS criminal_on
CALL (p) {
  MATCH (p)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
  WHERE f.role = 'target' AND v.code IN ['CAO', 'CC'] /* filter: charge c */
  UNWIND range(0, size(f.entries) - 1) AS i
  WITH CASE WHEN v.code = 'CAO' THEN v.id END AS minor, CASE WHEN v.code = 'CC' THEN v.id END AS major,
       f.entries[i] + '#' + f.spans[i] AS words
  ORDER BY minor, major, words
  RETURN collect(DISTINCT minor) AS administrative, collect(DISTINCT major) AS criminal,
         collect(DISTINCT words) AS evidence
}
RETURN p.name AS name, administrative_on, administrative, criminal_on, criminal, p.id AS person, evidence
ORDER BY criminal_on, name, person
