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
// parameters:
//   most: {type: integer, default: 200, cuts: true, about: "How many places at most, those with most acts first"}
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
MATCH (at:Place|Facility)-[:LOCATED_IN*0..1]->(l:Place)
WITH at, l
MATCH (at)<-[:AT]-(e:Event)
WHERE e.people_targeted > 0 AND (at:Place OR NOT EXISTS { MATCH (e)-[:AT]->(:Place) }) /* filter: act e */
  AND ($filtered = false OR EXISTS { MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
                                     WHERE r.against = true /* filter: person p */ })
WITH l, count(DISTINCT e.account_of) AS times, collect(e) AS events
ORDER BY times DESC, l.name, l.id
LIMIT $most
CALL (events) {
  UNWIND events AS e
  WITH e
  WITH e.type + coalesce(' (' + e.standing + ')', '') AS act, min(e.date) AS first, max(e.date) AS last
  ORDER BY act
  RETURN collect(act) AS acts, min(first) AS first, max(last) AS last
}
CALL (events) {
  UNWIND events AS e
  WITH e
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.against = true /* filter: person p */
  RETURN count(DISTINCT p) AS people
}
CALL (events) {
  UNWIND events AS e
  WITH e
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.against = true /* filter: person p */
  UNWIND range(0, size(r.entries) - 1) AS i
  RETURN collect(r.entries[i] + '#' + r.spans[i]) AS evidence
}
RETURN l.name AS place, times, people, acts, first, last, l.id AS place_id, evidence
ORDER BY times DESC, place, place_id
