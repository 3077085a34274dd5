// title: Targeted again and again
// learns: Who was targeted on several days, by which acts, and in which cases; a case against an accused officer does not count.
// reading: >-
//   "Times" counts acts against the person, one arrest once however many entries tell of it. "On days" counts the days with
//   such acts. An act that is only claimed has its standing beside it.
// limits: >-
//   Acts that the reports do not tell, or tell of people without a name, are not counted. Nobody is left out for having
//   one case only.
// view: timeline
// timeline: {lane: person, acts: events}
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest days on which the person was targeted}
//   most: {type: integer, default: 500, cuts: true, about: "How many people at most, those targeted on most days first"}
// columns:
//   name: {label: who, priority: 1}
//   number_of_acts: {label: times, priority: 1}
//   on_days: {label: on days, priority: 1}
//   acts: {label: acts, priority: 2}
//   first: {label: first, priority: 2}
//   last: {label: last, priority: 1}
//   person: Person.id
//   cases: Case.id
//   events: Event.id
// example:
//   given: {at_least: 7}
//   rows:
//     - {name: "Talidora Ilvane", on_days: 11, first: "2031-03-03", last: "2031-04-30"}
//     - {name: "Sathuvela Perrith", number_of_acts: 9, on_days: 7, first: "2031-03-03", last: "2031-04-21"}
MATCH (p:Person)
WHERE p.days_targeted >= $at_least AND p.days_targeted > 0 /* filter: person p */
// Without a filter the graph knows the number, and nothing is counted.
WITH p, CASE WHEN $filtered
             THEN size(COLLECT { MATCH (p)-[r:INVOLVED_IN]->(e:Event)
                                 WHERE r.against = true /* filter: act e */
                                 RETURN DISTINCT e.date AS day })
             ELSE p.days_targeted END AS on_days
WITH p, on_days
WHERE on_days >= $at_least AND on_days > 0
WITH p, on_days
ORDER BY on_days DESC, p.name, p.id
LIMIT $most
// The engines sort what one person underwent, a few rows, much faster than what all people underwent.
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  OPTIONAL MATCH (e)-[:IN_CASE]->(c:Case)
  WITH e.date AS date, e.type + coalesce(' (' + e.standing + ')', '') AS act, e.id AS event, c.id AS case,
       e.type AS type, e.account_of AS account
  ORDER BY date, type, event, case, act
  RETURN count(DISTINCT account) AS number_of_acts,
         collect(DISTINCT date) AS days,
         collect(DISTINCT act) AS acts,
         collect(DISTINCT case) AS cases,
         collect(DISTINCT event) AS events
}
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.id AS person, p.name AS name, number_of_acts, on_days, acts, days[0] AS first,
       days[size(days) - 1] AS last, cases, events, evidence
ORDER BY on_days DESC, name, person
