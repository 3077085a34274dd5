// title: Before and after a date
// learns: How often each kind of act against people was reported in the days before a date and from it on, and against how many people.
// reading: >-
//   A row is one kind of act. "Before" are the --days up to the day before the date, "after" as many from the date on.
//   Acts count once, however many entries tell of one. Only acts with a day count.
// limits: >-
//   More acts may be more reports. Where the reports do not cover one of the two periods, its numbers say nothing.
// parameters:
//   date: {type: date, about: "The day, such as 2023-06-08", suggest: fullest_day}
//   days: {type: integer, default: 14, about: The length of each period in days}
// columns:
//   what: {label: what, priority: 1}
//   before: {label: before, priority: 1}
//   after: {label: after, priority: 1}
//   people_before: {label: people before, priority: 2}
//   people_after: {label: people after, priority: 2}
// example:
//   given: {date: "2031-04-01"}
//   rows:
//     - {what: "assembly_refusal", before: 3, after: 5, people_before: 3, people_after: 7}
//     - {what: "sentence", before: 5, after: 2, people_before: 8, people_after: 2}
WITH toString(date($date) - duration('P' + toString($days) + 'D')) AS since,
     toString(date($date) + duration('P' + toString($days) + 'D')) AS until
MATCH (e:Event)
WHERE e.date >= since AND e.date < until AND size(e.date) = 10 AND e.people_targeted > 0 /* filter: act e */
MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.against = true /* filter: person p */
WITH since, until, e.type AS what, count(DISTINCT CASE WHEN e.date < $date THEN e.account_of END) AS before,
     count(DISTINCT CASE WHEN e.date >= $date THEN e.account_of END) AS after,
     count(DISTINCT CASE WHEN e.date < $date THEN p.id END) AS people_before,
     count(DISTINCT CASE WHEN e.date >= $date THEN p.id END) AS people_after
CALL (what, since, until) {
  MATCH (e:Event)
  WHERE e.type = what AND e.date >= since AND e.date < until AND size(e.date) = 10 /* filter: act e */
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.against = true /* filter: person p */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN what, before, after, people_before, people_after, evidence
ORDER BY before + after DESC, what
