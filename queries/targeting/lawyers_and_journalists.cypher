// title: Lawyers and journalists who became targets
// learns: Against whom of those whom the reports call lawyers, journalists or defenders something was done, and what.
// reading: >-
//   "Described as" has the words of the reports, and "represents" somebody, who is then named. "Times" counts acts against
//   the person, one arrest once however many entries tell of it.
// limits: >-
//   Only people whom an entry describes with one of the words of --words. A profession that no entry tells is not
//   known.
// view: timeline
// timeline: {lane: person, acts: events}
// parameters:
//   words: {type: string, default: "lawyer, advocate, journalist, blogger, reporter, editor, correspondent, human rights", about: "Words of the description, with commas"}
//   most: {type: integer, default: 300, cuts: true, about: "How many people at most, those targeted on most days first"}
// columns:
//   name: {label: who, priority: 1}
//   described: {label: described as, priority: 1}
//   times: {label: times, priority: 1}
//   on_days: {label: on days, priority: 1}
//   acts: {label: acts, priority: 1}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 2}
//   person: Person.id
//   events: Event.id
// example:
//   rows:
//     - {name: "Talidora Ilvane", described: ["journalist"]}
//     - {name: "Dorevant Gilmo", described: ["blogger"]}
//     - {name: "Brenuvel Kaveth", described: ["lawyer", "represents Talidora Ilvane"]}
//     - {name: "Elidora Tessaly", described: ["human rights defender"]}
MATCH (p:Person)
WHERE p.days_targeted > 0 /* filter: person p */
WITH p, [described IN coalesce(p.occupations, [])
         WHERE any(word IN split(toLower($words), ', ') WHERE toLower(described) CONTAINS word)] AS named_as
WHERE size(named_as) > 0 OR EXISTS { MATCH (p)-[:REPRESENTS]->(:Person) }
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  RETURN count(DISTINCT e.account_of) AS times, count(DISTINCT e.date) AS on_days, min(e.date) AS first, max(e.date) AS last
}
WITH p, named_as, times, on_days, first, last
WHERE times > 0
WITH p, named_as, times, on_days, first, last
ORDER BY on_days DESC, times DESC, p.name, p.id
LIMIT $most
CALL (p, named_as) {
  UNWIND named_as AS described
  RETURN described
  UNION
  MATCH (p)-[:REPRESENTS]->(client:Person)
  RETURN 'represents ' + client.name AS described
}
WITH p, times, on_days, first, last, described
ORDER BY described
WITH p, times, on_days, first, last, collect(DISTINCT described) AS described
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  WITH DISTINCT e.date AS date, e.type + coalesce(' (' + e.standing + ')', '') AS act, e.id AS event
  ORDER BY date, act, event
  RETURN collect(DISTINCT act) AS acts, collect(event) AS events
}
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.name AS name, described, times, on_days, acts, first, last, p.id AS person, events, evidence
ORDER BY on_days DESC, times DESC, name, person
