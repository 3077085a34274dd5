// title: Punishment long after the act
// learns: Who was detained, charged, tried or sentenced many days after the act that it is about, and for which act.
// reading: >-
//   A row is one act of a person and the first step against them in the same case that came so many days later. "In the
//   case as" tells those who are accused of abuse from those who are persecuted. An act dated by its month or year only
//   counts from its first day.
// limits: >-
//   Only where the entries tell both, with their dates, and the act as the person's own. A case may be about several acts.
// view: timeline
// timeline: {lane: person, start: acted, end: punished, label: steps}
// parameters:
//   at_least: {type: integer, default: 30, about: The fewest days between the act and the step}
//   most: {type: integer, default: 300, cuts: true, about: "How many rows at most, the longest times first"}
// columns:
//   name: {label: who, priority: 1}
//   act: {label: act, priority: 1}
//   acted: {label: "on", priority: 1}
//   steps: {label: then, priority: 1}
//   punished: {label: then on, priority: 1}
//   days: {label: days later, priority: 1}
//   roles: {label: in the case as, priority: 2}
//   lengths: {label: length, priority: 3}
//   person: Person.id
//   case: Case.id
// example:
//   rows:
//     - {name: "Thennor B.", act: "death (alleged)", acted: "2030-08", punished: "2031-03-04", roles: ["perpetrator"]}
MATCH (e:Event)<-[b:INVOLVED_IN]-(p:Person)
WHERE b.role = 'by' AND e.type IN ['protest', 'statement', 'assembly_notice', 'torture', 'death', 'attack']
  AND size(e.date) >= 4 /* filter: act e, person p */
MATCH (e)-[:IN_CASE]->(c:Case)
MATCH (p)-[a:INVOLVED_IN]->(s:Event)
WHERE a.role = 'to' AND s.type IN ['detention', 'charge', 'remand', 'trial', 'sentence'] AND size(s.date) = 10
  AND s.date > e.date
MATCH (s)-[:IN_CASE]->(same:Case)
WHERE same.id = c.id
WITH p, c, e, s, duration.inDays(date(left(e.date + '-01-01', 10)), date(s.date)).days AS days
WHERE days >= $at_least
WITH p, c, e, min(s.date) AS punished, min(days) AS days
ORDER BY days DESC, p.name, e.date, p.id, e.id, c.id
LIMIT $most
CALL (p, c, e, punished) {
  MATCH (c)<-[:IN_CASE]-(s:Event)<-[a:INVOLVED_IN]-(p)
  WHERE (s.id = e.id AND a.role = 'by')
     OR (s.date = punished AND a.role = 'to' AND s.type IN ['detention', 'charge', 'remand', 'trial', 'sentence'])
  UNWIND range(0, size(a.entries) - 1) AS i
  WITH CASE WHEN s.id <> e.id THEN s.type END AS step, a.entries[i] + '#' + a.spans[i] AS words
  ORDER BY step, words
  RETURN collect(DISTINCT step) AS steps, collect(DISTINCT words) AS evidence
}
CALL (p, c) {
  MATCH (p)-[party:PARTY_TO]->(in:Case)
  WHERE in.id = c.id
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (p, c, punished) {
  MATCH (p)-[:RECEIVED]->(x:Sanction)-[:IN_CASE]->(in:Case)
  WHERE in.id = c.id AND x.date = punished AND x.status = 'imposed'
  WITH DISTINCT coalesce(x.duration, toString(toInteger(x.amount))) AS length
  ORDER BY length
  RETURN collect(length) AS lengths
}
RETURN p.name AS name, e.type + coalesce(' (' + e.standing + ')', '') AS act, e.date AS acted, steps, punished, days, roles,
       lengths, p.id AS person, c.id AS case, evidence
ORDER BY days DESC, name, acted, person, act, case, e.id
