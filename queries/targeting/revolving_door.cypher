// title: Revolving door
// learns: Who was taken again within some days of a release.
// reading: >-
//   A row is a release and a detention of the same person on a later day, or a remand on that day or later. "Days" is the time between
//   them.
// limits: >-
//   Only releases and arrests with a day. Releases are reported less often than arrests, so that many are missing here.
// view: timeline
// timeline: {lane: person, start: released, end: taken, label: acts}
// parameters:
//   within: {type: integer, default: 60, about: The most days between release and arrest}
// columns:
//   name: {label: who, priority: 1}
//   released: {label: released on, priority: 1}
//   taken: {label: taken on, priority: 1}
//   days: {label: days, priority: 1}
//   acts: {label: then, priority: 1}
//   person: Person.id
// example:
//   rows:
//     - {name: "Talidora Ilvane", released: "2031-04-07", taken: "2031-04-11", days: 4}
MATCH (p:Person)-[a:INVOLVED_IN]->(e:Event)
WHERE e.type = 'release' AND a.role = 'to' AND coalesce(e.outcome, 'granted') <> 'dismissed' AND size(e.date) = 10
  AND p.id <> '' /* filter: act e, person p */
MATCH (p)-[b:INVOLVED_IN]->(f:Event)
WHERE b.role = 'to' AND size(f.date) = 10
  AND ((f.type = 'detention' AND f.date > e.date) OR (f.type = 'remand' AND f.date >= e.date))
WITH p, f.date AS taken, max(e.date) AS released
WITH p, taken, released, duration.inDays(date(released), date(taken)).days AS days
WHERE days <= $within
CALL (p, taken, released) {
  MATCH (p)-[r:INVOLVED_IN]->(g:Event)
  WHERE r.role = 'to' AND (g.date = released AND g.type = 'release'
                           OR g.date = taken AND g.type IN ['detention', 'remand'])
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH CASE WHEN g.type <> 'release' THEN g.type END AS act, r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY act, words
  RETURN collect(DISTINCT act) AS acts, collect(DISTINCT words) AS evidence
}
RETURN p.name AS name, released, taken, days, acts, p.id AS person, evidence
ORDER BY days, released, name, person, taken
