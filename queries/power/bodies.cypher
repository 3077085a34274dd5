// title: Courts and bodies that recur
// learns: Which courts, administrations, police bodies and facilities did what, how often, to how many people.
// reading: >-
//   A row is one body of one place. "Times" counts acts, one act once however many entries tell of it. "Did" lists the kinds of
//   act with their standing; "people" counts those who are named.
// limits: >-
//   Statements, protests and complaints are left out. Acts whose author no entry names are not here: a court stands here only where the words say that it did it.
// plot: {kind: bar, x: [name, place], y: times}
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest acts}
//   most: {type: integer, default: 300, cuts: true, about: "How many bodies at most, those with most acts first"}
// columns:
//   name: {label: body, priority: 1}
//   place: {label: place, priority: 1}
//   times: {label: times, priority: 1}
//   on_days: {label: on days, priority: 2}
//   acts: {label: did, priority: 1}
//   people: {label: people, priority: 1}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 3}
//   body: {label: id, key: any, priority: 3}
// example:
//   given: {at_least: 5}
//   rows:
//     - {name: "Harbour district court", place: "Harbour district"}
//     - {name: "hetmarate of the city", place: "Pessarin"}
//     - {name: "Ishkarra city court", place: "Ishkarra"}
MATCH (b:Court|Organisation|Facility)-[r:INVOLVED_IN]->(e:Event)
WHERE r.role = 'by' /* filter: act e */
  AND NOT e.type IN ['statement', 'protest', 'complaint', 'hunger_strike', 'assembly_notice']
WITH b, count(DISTINCT e.account_of) AS times, count(DISTINCT e.date) AS on_days, min(e.date) AS first, max(e.date) AS last,
     collect(DISTINCT e.type + coalesce(' (' + coalesce(r.standing, e.standing) + ')', '')) AS kinds, collect(e) AS events
ORDER BY times DESC, b.name, b.id
LIMIT $most
WHERE times >= $at_least
CALL (kinds) {
  UNWIND kinds AS act
  WITH act
  ORDER BY act
  RETURN collect(act) AS acts
}
CALL (events) {
  UNWIND events AS e
  WITH e
  MATCH (e)<-[t:INVOLVED_IN]-(p:Person)
  WHERE t.role = 'to'
  RETURN count(DISTINCT p) AS people
}
CALL (b) {
  MATCH (b)-[:LOCATED_IN]->(l:Place)
  RETURN min(l.name) AS place
}
CALL (b) {
  MATCH (b)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.role = 'by' /* filter: act e */
    AND NOT e.type IN ['statement', 'protest', 'complaint', 'hunger_strike', 'assembly_notice']
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN b.name AS name, place, times, on_days, acts, people, first, last, b.id AS body, evidence
ORDER BY times DESC, name, body
