// title: Where people are targeted
// learns: In which places there were acts against people, how many, against how many people, from when to when.
// reading: >-
//   "Times" counts acts, one arrest once however many entries tell of it. "People" counts those who are named. An act in a
//   facility counts for the facility's place.
// limits: >-
//   An act whose place no entry tells is not here. A place is the one that the words give, which may be a whole region.
// view: map
// map: {place: place_id, value: times}
// plot: {kind: bar, x: place, y: times}
// columns:
//   place: {label: where, priority: 1}
//   times: {label: times, priority: 1}
//   people: {label: people, priority: 1}
//   acts: {label: acts, priority: 2}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 2}
//   place_id: Place.id
// example:
//   rows:
//     - {place: "Pessarin"}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE r.against = true /* filter: act e, person p */
OPTIONAL MATCH (e)-[:AT]->(town:Place)
OPTIONAL MATCH (e)-[:AT]->(:Facility)-[:LOCATED_IN]->(around:Place)
WITH p, r, e, coalesce(town, around) AS l
WHERE l IS NOT NULL
UNWIND range(0, size(r.entries) - 1) AS i
WITH l.id AS place_id, l.name AS place, p.id AS person, e.account_of AS account, e.date AS date,
     e.type + coalesce(' (' + e.standing + ')', '') AS act, r.entries[i] + '#' + r.spans[i] AS words
ORDER BY act, words
WITH place_id, place, count(DISTINCT account) AS times, count(DISTINCT person) AS people, collect(DISTINCT act) AS acts,
     min(date) AS first, max(date) AS last, collect(DISTINCT words) AS evidence
RETURN place, times, people, acts, first, last, place_id, evidence
ORDER BY times DESC, place, place_id
