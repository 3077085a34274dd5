// title: Hunger strikes
// learns: Who went on hunger strike, from which entry to which it is told, where, and under which articles the person was held.
// reading: >-
//   A row is one strike as one or more entries tell it. The first and last day are those on which an entry tells of it;
//   --evidence shows the words, often with the day of the strike ("for the 6th day").
// limits: >-
//   A strike without an end in the reports may have ended long ago. Strikes of people without a name have the number that
//   the text gives.
// view: timeline
// columns:
//   names: {label: who, priority: 1}
//   first: {label: first told, priority: 1}
//   last: {label: last told, priority: 1}
//   count: {label: unnamed, priority: 3}
//   standing: {label: standing, priority: 2}
//   held_at: {label: at, priority: 2}
//   provisions: {label: articles, key: Provision.id, priority: 2}
//   people: Person.id
//   event: Event.id
// example:
//   rows:
//     - names: ["Korvidor Shemar"]
//       first: "2031-03-18"
//       last: "2031-04-08"
//       held_at: ["QR-118/9"]
//       provisions: ["CC:211/1"]
//     - names: ["Talidora Ilvane"]
//       first: "2031-04-02"
//       last: "2031-04-07"
//       held_at: []
//       provisions: ["CAO:61", "CAO:61/3", "CC:262", "CC:311/2"]
MATCH (e:Event)<-[k:RECORDS]-(n:Entry)
WHERE e.type = 'hunger_strike' /* filter: act e */
WITH e, n.date AS date, n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
ORDER BY words
WITH e, min(date) AS first, max(date) AS last, collect(DISTINCT words) AS told
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (e) {
  MATCH (e)-[:AT]->(f:Facility)
  WITH DISTINCT f.name AS name
  ORDER BY name
  RETURN collect(name) AS held_at
}
CALL (e) {
  MATCH (e)<-[:INVOLVED_IN]-(p:Person)-[:FACES]->(:Charge)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS provision
  ORDER BY provision
  RETURN collect(provision) AS provisions
}
RETURN names, first, last, e.count AS count, e.standing AS standing, held_at, provisions, people, e.id AS event,
       told AS evidence
ORDER BY first, names, event
