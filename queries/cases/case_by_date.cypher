// title: One case from first entry to last
// learns: What happened in one case, in order of dates - acts, charges, sanctions and custody - with whom, by whom, articles and lengths.
// reading: >-
//   A row is one act, charge, sanction or custody. Nothing under "standing" means that the report states it as a fact.
//   A charge has the date of the first entry that tells it, and the stage that it has reached by now under "outcome".
//   "Accused of abuse" marks a charge against an alleged author of abuse.
// limits: >-
//   Only what entries of this case tell. kg why shows why entries are one case; where a link is wrong, kg split undoes it.
// view: timeline
// timeline: {lane: what, start: date, label: names, standing: standing}
// parameters:
//   case: {type: Case, about: "The case, by id or title", suggest: cases}
// columns:
//   date: {label: "on", priority: 1}
//   what: {label: what, priority: 1}
//   names: {label: who, priority: 1}
//   standing: {label: standing, priority: 1}
//   articles: {label: articles, key: Provision.id, priority: 2}
//   length: {label: length, priority: 2}
//   until: {label: until or next, priority: 3}
//   by_whom: {label: by, priority: 2}
//   outcome: {label: outcome, priority: 2}
//   id: {label: id, key: any, priority: 3}
//   people: Person.id
// example:
//   given: {case: "Proceeding, Ombreth Jorvan and Gavinuvel Th, Marenth, 2031-04-20"}
//   rows:
//     - {date: "2031-04-20", what: "detention", names: ["Ombreth Jorvan"]}
//     - {date: "2031-04-20", what: "detention", names: ["Gavinuvel Th"]}
//     - {date: "2031-04-21", what: "sentence", names: ["Gavinuvel Th", "Ombreth Jorvan"], by_whom: ["Harbour district court", "Ommidora Sabrel"]}
MATCH (case:Case)
WHERE case.id = $case
CALL (case) {
  MATCH (case)<-[:IN_CASE]-(e:Event)
  WHERE e.id <> '' /* filter: act e */
  RETURN e AS x, coalesce(e.date, e.reported) AS date, e.type AS what, e.standing AS standing, null AS length,
         e.next AS until, e.outcome AS outcome
  UNION ALL
  MATCH (case)<-[:IN_CASE]-(c:Charge)
  WHERE c.id <> '' /* filter: charge c */
  RETURN c AS x, c.first_seen AS date, 'charge' AS what, CASE WHEN EXISTS { MATCH (c)<-[f:FACES]-(:Person) WHERE f.role = 'perpetrator' }
                                                                 THEN 'accused of abuse' END AS standing,
         null AS length, null AS until, c.stage AS outcome
  UNION ALL
  MATCH (case)<-[:IN_CASE]-(s:Sanction)<-[:RECORDS]-(n:Entry)
  WHERE s.id <> '' /* filter: sanction s */
  WITH s, min(n.date) AS told
  RETURN s AS x, coalesce(s.date, told) AS date, s.kind AS what,
         CASE WHEN s.status = 'requested' THEN 'requested' WHEN s.disputed = true THEN 'disputed' END AS standing,
         coalesce(s.duration, toString(toInteger(s.amount))) AS length, s.until AS until, null AS outcome
  UNION ALL
  MATCH (case)<-[:IN_CASE]-(y:Stay)
  WHERE y.id <> '' /* filter: stay y */
  RETURN y AS x, coalesce(y.since, y.first_seen) AS date, 'custody' AS what, null AS standing, null AS length,
         y.until AS until, 'last told ' + y.last_seen AS outcome
}
CALL (x) {
  MATCH (x)<-[r:INVOLVED_IN|FACES|RECEIVED|IN_CUSTODY]-(p:Person)
  WHERE coalesce(r.role, 'to') <> 'by'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (x) {
  MATCH (x)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS article
  ORDER BY article
  RETURN collect(article) AS articles
}
CALL (x) {
  MATCH (x)-[r:INVOLVED_IN|IMPOSED_BY]-(b:Court|Organisation|Facility|Person)
  WHERE coalesce(r.role, 'by') = 'by'
  WITH DISTINCT b.name AS name
  ORDER BY name
  RETURN collect(name) AS by_whom
}
CALL (x) {
  MATCH (x)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN date, what, names, standing, articles, length, until, by_whom, outcome, x.id AS id,
       people, evidence
ORDER BY date, what, id
