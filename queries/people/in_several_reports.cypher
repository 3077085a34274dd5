// title: In several reports
// learns: Who is named in more than one report, how often, and since when.
// reading: >-
//   "Entries" counts the entries that name the person, for whatever reason. "On days" counts the days with an act against
//   the person, by all reports. Officials are here too, with their office.
// limits: >-
//   Two spellings that nobody has judged to be one person are two people here. A report that is not in the workspace
//   counts for nothing.
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest reports}
//   most: {type: integer, default: 500, cuts: true, about: "How many people at most, those in most reports first"}
// columns:
//   name: {label: who, priority: 1}
//   reports: {label: reports, priority: 1}
//   entries: {label: entries, priority: 1}
//   on_days: {label: on days, priority: 2}
//   offices: {label: office, priority: 2}
//   first: {label: first named, priority: 2}
//   last: {label: last named, priority: 1}
//   person: Person.id
// example:
//   rows:
//     - {name: "Talidora Ilvane", reports: 2, entries: 14, first: "2031-03-03", last: "2031-04-30"}
//     - {name: "Ommidora Sabrel", reports: 2, entries: 7, first: "2031-03-09", last: "2031-04-30"}
//     - {name: "Sathuvela Perrith", reports: 2, entries: 7, first: "2031-03-03", last: "2031-04-21"}
MATCH (p:Person)
WHERE p.reports_naming >= $at_least /* filter: person p */
WITH p, CASE WHEN $filtered
             THEN COUNT { MATCH (p)<-[:MENTIONS]-(n:Entry)-[:IN_REPORT]->(t:Report)
                          WHERE n.id <> '' /* filter: entry n */
                          RETURN DISTINCT t.id AS report }
             ELSE p.reports_naming END AS reports,
     CASE WHEN $filtered
          THEN COUNT { MATCH (p)<-[:MENTIONS]-(n:Entry)
                       WHERE n.id <> '' /* filter: entry n */
                       RETURN DISTINCT n.id AS entry }
          ELSE p.entries_naming END AS entries
WITH p, reports, entries
WHERE reports >= $at_least
WITH p, reports, entries
ORDER BY reports DESC, entries DESC, p.name, p.id
LIMIT $most
CALL (p) {
  MATCH (p)<-[:MENTIONS]-(n:Entry)
  WHERE n.id <> '' /* filter: entry n */
  RETURN min(n.date) AS first, max(n.date) AS last
}
CALL (p) {
  MATCH (p)<-[m:MENTIONS]-(n:Entry)
  WHERE n.id <> '' /* filter: entry n */
  WITH DISTINCT n.id + '#' + toString(m.start) + '-' + toString(m.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.name AS name, reports, entries, p.days_targeted AS on_days, p.offices AS offices, first, last, p.id AS person,
       evidence
ORDER BY reports DESC, entries DESC, name, person
