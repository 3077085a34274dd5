// title: Time from detention to verdict
// learns: How many days passed between the detention or remand of a person and the first verdict after it in the same case, before which court.
// reading: >-
//   A row is one person in one case. "Taken" is the first day of a detention or remand that the entries give, "verdict" the
//   first day of a verdict or administrative penalty on that day or later. "In the case as" tells those who are accused of
//   abuse from those who are persecuted.
// limits: >-
//   Only cases whose entries tell both with their days. Custody before the first report is not known. Who still waits for
//   a verdict is not here.
// view: timeline
// timeline: {lane: person, start: taken, end: verdict, label: courts}
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many rows at most, the longest times first"}
// columns:
//   name: {label: who, priority: 1}
//   days: {label: days, priority: 1}
//   taken: {label: taken, priority: 1}
//   verdict: {label: verdict, priority: 1}
//   courts: {label: court, priority: 1}
//   articles: {label: articles, key: Provision.id, priority: 2}
//   lengths: {label: length, priority: 2}
//   roles: {label: in the case as, priority: 3}
//   person: Person.id
//   case: Case.id
// example:
//   rows:
//     - name: "Halmuvel Oswen"
//       days: 57
//       taken: "2031-03-02"
//       verdict: "2031-04-28"
//       courts: ["Ishkarra city court"]
//       articles: ["CC:207/2"]
//       lengths: ["P3Y"]
//     - {name: "Ombreth Jorvan", days: 1, taken: "2031-04-20", verdict: "2031-04-21", lengths: ["P15D"]}
MATCH (d:Event)
WHERE d.type IN ['detention', 'remand'] AND size(d.date) = 10 /* filter: act d */
WITH d
MATCH (d)-[:IN_CASE]->(c:Case)
WITH d, c
MATCH (d)<-[a:INVOLVED_IN]-(p:Person)
WHERE a.role = 'to' /* filter: person p */
WITH p, c, min(d.date) AS taken
MATCH (c)<-[:IN_CASE]-(v:Event)
WHERE v.type = 'sentence' AND size(v.date) = 10 AND v.date >= taken
WITH p, c, taken, v
MATCH (v)<-[b:INVOLVED_IN]-(sentenced:Person)
WHERE b.role = 'to' AND sentenced.id = p.id
WITH p, c, taken, min(v.date) AS verdict
WITH p, c, taken, verdict, duration.inDays(date(taken), date(verdict)).days AS days
ORDER BY days DESC, p.name, taken, p.id, c.id
LIMIT $most
CALL (p, c, verdict) {
  MATCH (c)<-[:IN_CASE]-(e:Event)
  WHERE e.type = 'sentence' AND e.date = verdict
  MATCH (e)<-[b:INVOLVED_IN]-(sentenced:Person)
  WHERE b.role = 'to' AND sentenced.id = p.id
  MATCH (e)<-[:INVOLVED_IN]-(court:Court)
  WITH DISTINCT court.name AS court
  ORDER BY court
  RETURN collect(court) AS courts
}
CALL (p, c) {
  MATCH (c)<-[:IN_CASE]-(charge:Charge)
  WHERE EXISTS { MATCH (charge)<-[:FACES]-(same:Person) WHERE same.id = p.id }
  MATCH (charge)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS article
  ORDER BY article
  RETURN collect(article) AS articles
}
CALL (p, c, verdict) {
  MATCH (c)<-[:IN_CASE]-(s:Sanction)
  WHERE s.date = verdict AND s.status = 'imposed'
    AND EXISTS { MATCH (s)<-[:RECEIVED]-(same:Person) WHERE same.id = p.id }
  WITH DISTINCT coalesce(s.duration, toString(toInteger(s.amount))) AS length
  ORDER BY length
  RETURN collect(length) AS lengths
}
CALL (p, c) {
  MATCH (c)<-[party:PARTY_TO]-(same:Person)
  WHERE same.id = p.id
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (p, c, taken, verdict) {
  MATCH (c)<-[:IN_CASE]-(e:Event)
  WHERE (e.date = taken AND e.type IN ['detention', 'remand']) OR (e.date = verdict AND e.type = 'sentence')
  MATCH (e)<-[r:INVOLVED_IN]-(same:Person)
  WHERE r.role = 'to' AND same.id = p.id
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.name AS name, days, taken, verdict, courts, articles, lengths, roles, p.id AS person, c.id AS case, evidence
ORDER BY days DESC, name, taken, person, case
