// title: Targeted again and again
// learns: Who was targeted on several days, by which acts, and in which cases; a case against an accused officer does not count.
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest days on which the person was targeted}
//   most: {type: integer, default: 500, cuts: true, about: "How many people at most, those targeted on most days first"}
// columns: {person: Person.id, cases: Case.id, events: Event.id}
MATCH (p:Person)
WHERE p.days_targeted >= $at_least AND p.days_targeted > 0
WITH p
ORDER BY p.days_targeted DESC, p.name, p.id
LIMIT $most
// The engines sort what one person underwent, a few rows, much faster than what all people underwent.
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true
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
RETURN p.id AS person, p.name AS name, number_of_acts, p.days_targeted AS on_days, acts, days[0] AS first,
       days[size(days) - 1] AS last, cases, events
ORDER BY on_days DESC, name, person
