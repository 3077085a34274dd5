// title: Targeted again and again
// learns: To whom distinct things were done on several days, what they were, and in which cases; a case against an accused officer does not count.
// parameters:
//   at_least: {type: integer, default: 2, about: On how many days at least something was done to the person}
// columns: {person: Person.id, cases: Case.id, events: Event.id}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE r.role = 'to' AND NOT e.type IN ['statement', 'complaint', 'release']
WITH p, count(e) AS told
WHERE told >= $at_least
// The engines sort what one person underwent, a few rows, much faster than what all people underwent.
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.role = 'to' AND NOT e.type IN ['statement', 'complaint', 'release']
  OPTIONAL MATCH (e)-[:IN_CASE]->(c:Case)
  OPTIONAL MATCH (c)<-[accused:PARTY_TO]-(p)
  WHERE accused.role = 'perpetrator'
  WITH e, c, accused
  WHERE accused IS NULL
  WITH e.date AS date, e.type + coalesce(' (' + e.standing + ')', '') AS act, e.id AS event, c.id AS case,
       e.type AS type, e.account_of AS account
  ORDER BY date, type, event, case, act
  RETURN count(DISTINCT account) AS happenings,
         collect(DISTINCT date) AS days,
         collect(DISTINCT act) AS acts,
         collect(DISTINCT case) AS cases,
         collect(DISTINCT event) AS events
}
WITH p, happenings, days, acts, cases, events, size(days) AS on_days
WHERE on_days >= $at_least AND on_days > 0
RETURN p.id AS person, p.name AS name, happenings, on_days, acts, days[0] AS first, days[on_days - 1] AS last, cases,
       events
ORDER BY on_days DESC, happenings DESC, name, person
