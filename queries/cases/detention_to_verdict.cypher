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
MATCH (p:Person)-[a:INVOLVED_IN]->(d:Event)
WHERE a.role = 'to' AND d.type IN ['detention', 'remand'] AND size(d.date) = 10 /* filter: act d, person p */
MATCH (d)-[:IN_CASE]->(c:Case)
WITH p, c, min(d.date) AS taken
MATCH (p)-[b:INVOLVED_IN]->(v:Event)
WHERE b.role = 'to' AND v.type = 'sentence' AND size(v.date) = 10 AND v.date >= taken
MATCH (v)-[:IN_CASE]->(same:Case)
WHERE same.id = c.id
WITH p, c, taken, min(v.date) AS verdict
WITH p, c, taken, verdict, duration.inDays(date(taken), date(verdict)).days AS days
ORDER BY days DESC, p.name, taken, p.id, c.id
LIMIT $most
CALL (p, c, taken, verdict) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)-[:IN_CASE]->(in:Case)
  WHERE in.id = c.id AND r.role = 'to' AND (e.date = taken AND e.type IN ['detention', 'remand']
                                            OR e.date = verdict AND e.type = 'sentence')
  OPTIONAL MATCH (e)<-[by:INVOLVED_IN]-(court:Court)
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH CASE WHEN e.type = 'sentence' THEN court.name END AS court, r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY court, words
  RETURN collect(DISTINCT court) AS courts, collect(DISTINCT words) AS evidence
}
CALL (p, c) {
  MATCH (p)-[:FACES]->(charge:Charge)-[:IN_CASE]->(in:Case)
  WHERE in.id = c.id
  MATCH (charge)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS article
  ORDER BY article
  RETURN collect(article) AS articles
}
CALL (p, c, verdict) {
  MATCH (p)-[:RECEIVED]->(s:Sanction)-[:IN_CASE]->(in:Case)
  WHERE in.id = c.id AND s.date = verdict AND s.status = 'imposed'
  WITH DISTINCT coalesce(s.duration, toString(toInteger(s.amount))) AS length
  ORDER BY length
  RETURN collect(length) AS lengths
}
CALL (p, c) {
  MATCH (p)-[party:PARTY_TO]->(in:Case)
  WHERE in.id = c.id
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
RETURN p.name AS name, days, taken, verdict, courts, articles, lengths, roles, p.id AS person, c.id AS case, evidence
ORDER BY days DESC, name, taken, person, case
