// title: Organisations whose people are targeted
// learns: Of which parties, movements, newsrooms and other bodies the members, activists or staff were targeted, who they are, and by which acts.
// reading: >-
//   A row is one organisation. "People" counts those whom the words of an entry tie to it and against whom something was
//   done; "times" counts the acts against them, one act once however many entries tell of it.
// limits: >-
//   Only people whom an entry calls a member, activist, head or journalist of the organisation. The acts need not be about
//   it. Members without a name are not here.
// view: network
// network: {lines: [{from: members, to: organisation}]}
// parameters:
//   most: {type: integer, default: 200, cuts: true, about: "How many organisations at most, those with most people first"}
// columns:
//   name: {label: organisation, priority: 1}
//   kind: {label: kind, priority: 3}
//   people: {label: people, priority: 1}
//   names: {label: who, priority: 1}
//   times: {label: times, priority: 1}
//   acts: {label: acts, priority: 2}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 2}
//   organisation: Organisation.id
//   members: Person.id
// example:
//   rows:
//     - {name: "Morning Quay", kind: "media", people: 1, names: ["Talidora Ilvane"]}
//     - {name: "Open Sky", kind: "party", people: 1, names: ["Marevant Tarquel"], times: 2}
MATCH (p:Person)-[:AFFILIATED_WITH]->(:Organisation)
WITH DISTINCT p
MATCH (p)-[r:INVOLVED_IN]->(e:Event)
WHERE r.against = true /* filter: act e, person p */
WITH p, min(e.date) AS earliest, max(e.date) AS latest,
     collect(DISTINCT {account: e.account_of, kind: e.type + coalesce(' (' + e.standing + ')', '')}) AS done
MATCH (p)-[:AFFILIATED_WITH]->(o:Organisation)
UNWIND done AS act
WITH o, count(DISTINCT p) AS people, count(DISTINCT act.account) AS times, min(earliest) AS first, max(latest) AS last,
     collect(DISTINCT act.kind) AS kinds
ORDER BY people DESC, times DESC, o.name, o.id
LIMIT $most
CALL (kinds) {
  UNWIND kinds AS act
  WITH act
  ORDER BY act
  RETURN collect(act) AS acts
}
CALL (o) {
  MATCH (o)<-[:AFFILIATED_WITH]-(p:Person)
  WHERE EXISTS { MATCH (p)-[r:INVOLVED_IN]->(e:Event) WHERE r.against = true /* filter: act e */ } /* filter: person p */
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS members
}
CALL (o) {
  MATCH (o)<-[a:AFFILIATED_WITH]-(p:Person)
  WHERE p.days_targeted > 0 /* filter: person p */
  UNWIND range(0, size(a.entries) - 1) AS i
  WITH DISTINCT a.entries[i] + '#' + a.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS ties
}
CALL (o) {
  MATCH (o)<-[:AFFILIATED_WITH]-(p:Person)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e, person p */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS told
}
RETURN o.name AS name, o.kind AS kind, people, names, times, acts, first, last, o.id AS organisation, members,
       ties + told AS evidence
ORDER BY people DESC, times DESC, name, organisation
