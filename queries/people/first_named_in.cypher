// title: New people of a report
// learns: Who is named in a report and in no earlier one of the workspace, and whether something was done to them.
// reading: >-
//   "On days" counts the days with an act against the person. "As" lists the roles that the words give.
// limits: >-
//   New in these reports is not new to the authorities. An earlier report that is not in the workspace may name the
//   person, or spell the name in another way.
// parameters:
//   report: {type: Report, about: "The report, by id, such as 2022-10", suggest: reports}
// columns:
//   name: {label: who, priority: 1}
//   roles: {label: as, priority: 1}
//   on_days: {label: on days, priority: 2}
//   first: {label: first named, priority: 1}
//   entries: {label: entries, priority: 2}
//   person: Person.id
// example:
//   given: {report: "2031-04"}
//   rows:
//     - {name: "Estridor Lomar", roles: ["subject", "target"], first: "2031-04-01", entries: 3}
//     - {name: "Velsuvel P.", roles: ["target"], first: "2031-04-03", entries: 2}
//     - {name: "Lirevant Dathan", roles: ["subject", "target"], first: "2031-04-08", entries: 2}
MATCH (t:Report)<-[:IN_REPORT]-(n:Entry)-[m:MENTIONS]->(p:Person)
WHERE t.id = $report /* filter: entry n, person p */
WITH t.period_start AS start, p, n, m
WHERE NOT EXISTS { MATCH (p)<-[:MENTIONS]-(:Entry)-[:IN_REPORT]->(before:Report) WHERE before.period_start < start }
WITH p, n.id AS entry, n.date AS date, m.role AS role,
     n.id + '#' + toString(m.start) + '-' + toString(m.end) AS words
ORDER BY role, words
WITH p, min(date) AS first, count(DISTINCT entry) AS entries, collect(DISTINCT role) AS roles,
     collect(DISTINCT words) AS evidence
RETURN p.name AS name, roles, p.days_targeted AS on_days, first, entries, p.id AS person, evidence
ORDER BY on_days DESC, first, name, person
