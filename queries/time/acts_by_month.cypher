// title: Acts against people by month
// learns: How often each kind of act against people was reported to happen in each month, and against how many people.
// reading: >-
//   A row is one kind of act in one month. "Times" counts acts, one act once however many entries tell of it; "people" those
//   who are named. An act that is dated by its year alone is not here.
// limits: >-
//   More acts may be more reports: compare months that the same series covers. A month without a row may have been as bad
//   as any.
// view: matrix
// matrix: {down: what, across: month, value: times}
// plot: {kind: line, x: month, y: times, by: what}
// parameters:
//   at_least: {type: integer, default: 1, about: The fewest acts of a kind in a month}
//   most: {type: integer, default: 2000, cuts: true, about: "How many rows at most, the latest months first"}
// columns:
//   month: {label: month, priority: 1}
//   what: {label: what, priority: 1}
//   times: {label: times, priority: 1}
//   people: {label: people, priority: 1}
// example:
//   given: {at_least: 3}
//   rows:
//     - {month: "2031-04", what: "assembly_refusal"}
MATCH (e:Event)
WHERE size(e.date) >= 7 AND e.people_targeted > 0 /* filter: act e */
  AND ($filtered = false OR EXISTS { MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
                                     WHERE r.against = true /* filter: person p */ })
WITH left(e.date, 7) AS month, e.type AS what, count(DISTINCT e.account_of) AS times, collect(e) AS acts
WHERE times >= $at_least
WITH month, what, times, acts
ORDER BY month DESC, times DESC, what
LIMIT $most
CALL (acts) {
  UNWIND acts AS e
  WITH e
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.against = true /* filter: person p */
  RETURN count(DISTINCT p) AS people
}
CALL (acts) {
  UNWIND acts AS e
  WITH e
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.against = true /* filter: person p */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN month, what, times, people, evidence
ORDER BY month DESC, times DESC, what
