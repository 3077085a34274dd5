// title: Terms that end
// learns: Whose arrest, remand, sentence, ban or probation ends between two dates, as far as the entries tell its length.
// reading: >-
//   "Ends" is the day that an entry gives, or the day of the sanction plus its length. Time that was spent in custody before
//   is not subtracted. A sanction that another one replaced, as on appeal, is left out. "Since then" has releases and arrests before that day: a term may have ended early, or an entry may
//   tell an older sanction without its day.
// limits: >-
//   A sanction without a length, or without a day, has no end here. Appeals, early releases and extensions that nobody
//   reported are not known.
// view: timeline
// timeline: {lane: person, start: date, end: ends, label: duration, kind: kind}
// parameters:
//   from: {type: date, about: "The first day", suggest: last_day}
//   to: {type: date, about: "The last day", suggest: year_after_last_day}
// columns:
//   ends: {label: ends, priority: 1}
//   name: {label: who, priority: 1}
//   kind: {label: what, priority: 1}
//   duration: {label: length, priority: 1}
//   date: {label: imposed on, priority: 1}
//   since_then: {label: since then, priority: 2}
//   imposed_by: {label: by, priority: 2}
//   provisions: {label: articles, key: Provision.id, priority: 2}
//   person: Person.id
// example:
//   given: {from: "2031-05-01", to: "2031-05-31"}
//   rows:
//     - ends: "2031-05-03"
//       name: "Gavinuvel Th"
//       kind: "administrative_arrest"
//       duration: "P12D"
//       provisions: ["CAO:61/1", "CAO:61/3"]
//     - ends: "2031-05-06"
//       name: "Ombreth Jorvan"
//       kind: "administrative_arrest"
//       duration: "P15D"
//       provisions: ["CAO:61/1", "CAO:61/3"]
//     - {ends: "2031-05-22", name: "Velsuvel P.", kind: "remand", duration: "P40D", provisions: []}
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
WHERE s.status = 'imposed' AND NOT EXISTS { MATCH (s)<-[:REPLACES]-(:Sanction) } /* filter: sanction s, person p */
WITH p, r, s,
     CASE WHEN s.until IS NOT NULL THEN s.until
          WHEN s.duration IS NOT NULL AND size(s.date) = 10 THEN toString(date(s.date) + duration(s.duration))
     END AS ends
WHERE ends >= $from AND ends <= $to + '-99'
OPTIONAL MATCH (s)-[:UNDER]->(v:Provision)
OPTIONAL MATCH (s)-[:IMPOSED_BY]->(b:Court|Organisation|Facility)
WITH p, r, s, ends, v.id AS provision, b.name AS body
ORDER BY provision, body
WITH p, r, s, ends, collect(DISTINCT provision) AS provisions, collect(DISTINCT body) AS imposed_by
CALL (p, s, ends) {
  MATCH (p)-[i:INVOLVED_IN]->(e:Event)
  WHERE i.role = 'to' AND e.type IN ['release', 'remand', 'detention', 'death'] AND e.date > s.date AND e.date <= ends
  WITH DISTINCT e.type + ' ' + e.date AS act
  ORDER BY act
  RETURN collect(act) AS since_then
}
RETURN ends, p.name AS name, s.kind AS kind, s.duration AS duration, s.date AS date, since_then, imposed_by, provisions,
       p.id AS person, [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
ORDER BY ends, name, kind, person, s.id
