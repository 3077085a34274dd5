// title: The most targeted, month by month
// learns: How many acts there were in each month against those who were targeted on most days.
// reading: >-
//   A row is one person in one month. "Times" counts acts, one act once however many entries tell of it. A month without a
//   row is one in which no report tells of an act against the person.
// limits: >-
//   More acts may be more reports. Acts that happened before the first report's period are not here, because reports tell
//   of few of them; nor is an act that is dated by its year alone.
// view: matrix
// matrix: {down: name, across: month, value: times}
// plot: {kind: line, x: month, y: times, by: name}
// parameters:
//   people: {type: integer, default: 8, about: "How many people, those targeted on most days first"}
//   most: {type: integer, default: 2000, cuts: true, about: "How many rows at most, the latest months first"}
// columns:
//   month: {label: month, priority: 1}
//   name: {label: who, priority: 1}
//   times: {label: times, priority: 1}
//   acts: {label: acts, priority: 2}
//   person: Person.id
//   events: Event.id
// example:
//   given: {people: 2}
//   rows:
//     - {month: "2031-04", name: "Talidora Ilvane"}
MATCH (p:Person)
WHERE p.days_targeted > 0 /* filter: person p */
WITH p
ORDER BY p.days_targeted DESC, p.name, p.id
LIMIT $people
MATCH (p)-[r:INVOLVED_IN]->(e:Event)
WHERE r.against = true AND size(e.date) >= 7 /* filter: act e */
WITH p, r, e, COLLECT { MATCH (c:Report) WHERE c.period_start IS NOT NULL
                        RETURN left(c.period_start, 7) AS began ORDER BY began LIMIT 1 } AS began
WHERE size(began) = 0 OR left(e.date, 7) >= began[0]
WITH p, left(e.date, 7) AS month, count(DISTINCT e.account_of) AS times
ORDER BY month DESC, times DESC, p.name, p.id
LIMIT $most
CALL (p, month) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true AND size(e.date) >= 7 AND left(e.date, 7) = month /* filter: act e */
  WITH e.type + coalesce(' (' + e.standing + ')', '') AS act, e.id AS event
  ORDER BY act, event
  RETURN collect(DISTINCT act) AS acts, collect(DISTINCT event) AS events
}
CALL (p, month) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true AND size(e.date) >= 7 AND left(e.date, 7) = month /* filter: act e */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN month, p.name AS name, times, acts, p.id AS person, events, evidence
ORDER BY month DESC, times DESC, name, person
