// title: Held in one place at the same time
// learns: Who was in the same prison, remand facility or police station as somebody else, when, and with whom.
// reading: >-
//   A row is one person's custody, or one day at a police station. "With" are those whom entries place there in days that
//   overlap; "perhaps with" those whom they place there at most --within days earlier, and of whom none tells that they
//   left.
// limits: >-
//   Only the latest custodies are looked at; --person, --place, --from and --to lead to others. That two people were in
//   one building does not mean that they met. From and to are the first and last day that entries tell, or the end where
//   one tells it; the custody itself may be longer.
// view: network
// network: {lines: [{from: person, to: facility}]}
// parameters:
//   latest: {type: integer, default: 100, about: "How many custodies to look at, the latest first"}
//   within: {type: integer, default: 90, about: "How many days earlier somebody was last told to be there, for \"perhaps with\""}
// columns:
//   name: {label: who, priority: 1}
//   held_at: {label: at, priority: 1}
//   first: {label: from, priority: 1}
//   last: {label: to, priority: 1}
//   together: {label: with, priority: 1}
//   perhaps: {label: perhaps with, priority: 2}
//   person: Person.id
//   facility: Facility.id
//   others: Person.id
// example:
//   rows:
//     - {name: "Osmevant Galmo", held_at: "QR-118/9", perhaps: ["Korvidor Shemar"]}
CALL {
  MATCH (p:Person)-[held:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility)
  WHERE size(s.first_seen) = 10 /* filter: stay s, person p */
  RETURN p, f, coalesce(s.since, s.first_seen) AS first, coalesce(s.until, s.last_seen) AS last, held AS tie, s.id AS told_by
  UNION ALL
  MATCH (e:Event)
  WHERE e.type = 'detention' AND size(e.date) = 10 /* filter: act e */
  MATCH (e)-[:AT]->(f:Facility)
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to' /* filter: person p */
  RETURN p, f, e.date AS first, e.date AS last, r AS tie, e.id AS told_by
}
WITH p, f, first, last, tie, told_by
ORDER BY last DESC, first DESC, f.name, p.name, p.id, f.id, told_by
LIMIT $latest
WITH p, f, first, last, tie, told_by,
     toString(date(left(first + '-01-01', 10)) - duration('P' + toString($within) + 'D')) AS since
CALL (p, f, first, last, since) {
  MATCH (f)<-[:AT]-(s:Stay)<-[held:IN_CUSTODY]-(o:Person)
  WHERE o.id <> p.id AND coalesce(s.since, s.first_seen) <= last AND coalesce(s.until, s.last_seen) >= since
    AND (s.until IS NULL OR s.until >= first)
  WITH o.id AS other, o.name AS name, coalesce(s.until, s.last_seen) >= first AS sure,
       held.entries[0] + '#' + held.spans[0] AS words
  WITH other, words, CASE WHEN sure THEN name END AS sharing, CASE WHEN sure THEN null ELSE name END AS possible
  ORDER BY sharing, possible, other, words
  RETURN collect(DISTINCT sharing) AS together, collect(DISTINCT possible) AS perhaps, collect(DISTINCT other) AS others,
         collect(DISTINCT words) AS theirs
}
CALL (p, f, first, last) {
  MATCH (f)<-[:AT]-(e:Event)
  WHERE e.type = 'detention' AND e.date >= first AND e.date <= last
  MATCH (e)<-[r:INVOLVED_IN]-(o:Person)
  WHERE r.role = 'to' AND o.id <> p.id
  WITH o.id AS other, o.name AS name, r.entries[0] + '#' + r.spans[0] AS words
  ORDER BY name, other, words
  RETURN collect(DISTINCT name) AS taken_there, collect(DISTINCT other) AS taken, collect(DISTINCT words) AS told
}
WITH p, f, first, last, together, perhaps, others, theirs, taken_there, taken, told, tie, told_by
WHERE size(others) + size(taken) > 0
RETURN p.name AS name, f.name AS held_at, first, last,
       together + [x IN taken_there WHERE NOT x IN together] AS together, perhaps, p.id AS person, f.id AS facility,
       others + [x IN taken WHERE NOT x IN others] AS others,
       [i IN range(0, size(tie.entries) - 1) | tie.entries[i] + '#' + tie.spans[i]] + theirs + told AS evidence
ORDER BY last DESC, first DESC, held_at, name, person, facility, told_by
