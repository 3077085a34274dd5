// title: People targeted for the first time, and again
// learns: In each month, how many people were targeted for whom no report tells of an earlier act, and how many of whom one does.
// reading: >-
//   A row is one month and one of two groups: "new" are people whose first act against them is of that month, "known" those
//   who were targeted before. "Times" counts acts, one act once however many entries tell of it.
// limits: >-
//   Somebody is new here who was targeted before without a report that tells of it: in the first reports nearly everybody
//   is. Acts that happened before the first report's period make people known, and have no rows of their own; an act that is
//   dated by its year alone is not here.
// view: table
// plot: {kind: line, x: month, y: people, by: what}
// parameters:
//   most: {type: integer, default: 2000, cuts: true, about: "How many rows at most, the latest months first"}
// columns:
//   month: {label: month, priority: 1}
//   what: {label: who, priority: 1}
//   people: {label: people, priority: 1}
//   times: {label: times, priority: 1}
//   persons: Person.id
// example:
//   rows:
//     - {month: "2031-04", what: "known"}
//     - {month: "2031-04", what: "new"}
CALL {
  MATCH (c:Report)
  RETURN min(left(c.period_start, 7)) AS began
}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE r.against = true AND size(e.date) >= 7 /* filter: act e, person p */
WITH began, p, left(e.date, 7) AS month, count(DISTINCT e.account_of) AS times
WITH began, p, min(month) AS first, collect({month: month, times: times}) AS months
UNWIND months AS one
WITH began, p, first, one
WHERE began IS NULL OR one.month >= began
// With a filter, what was before may not be among its acts.
WITH p.id AS person, one.month AS month, one.times AS times,
     CASE WHEN $filtered
          THEN COLLECT { MATCH (p)-[o:INVOLVED_IN]->(f:Event)
                         WHERE o.against = true AND size(f.date) >= 7
                         RETURN left(f.date, 7) AS before ORDER BY before LIMIT 1 }[0]
          ELSE first END AS since
WITH month, CASE WHEN month = since THEN 'new' ELSE 'known' END AS what, collect(person) AS members, sum(times) AS times
ORDER BY month DESC, what
LIMIT $most
CALL (members) {
  UNWIND members AS person
  WITH person
  ORDER BY person
  RETURN collect(person) AS persons
}
CALL (month, persons) {
  UNWIND persons AS id
  MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
  WHERE p.id = id AND r.against = true AND size(e.date) >= 7 AND left(e.date, 7) = month /* filter: act e */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN month, what, size(persons) AS people, times, persons, evidence
ORDER BY month DESC, what
