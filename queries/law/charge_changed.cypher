// title: Charges that changed in mid-case
// learns: Against whom an article was added or replaced after the first charges of a case, when, and what the articles were before.
// reading: >-
//   A row is one person in one case on one day. "New" are the articles that entries first tell on that day, "before" those
//   of the same case told earlier. "Reclassified" stands where an entry says in words that the charge or the standing of
//   the accused changed.
// limits: >-
//   An article that an earlier entry left out may look new. An article that was dropped is known only where an entry says
//   so.
// view: timeline
// timeline: {lane: person, start: date, label: now}
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many rows at most, the latest first"}
// columns:
//   date: {label: "on", priority: 1}
//   name: {label: who, priority: 1}
//   before: {label: before, key: Provision.id, priority: 1}
//   now: {label: new, key: Provision.id, priority: 1}
//   said: {label: said, priority: 1}
//   roles: {label: in the case as, priority: 3}
//   person: Person.id
//   case: Case.id
// example:
//   rows:
//     - {date: "2031-04-30", name: "Tessuvela Sabrel", before: ["CC:207/2"], now: ["CC:230"], said: "reclassified"}
CALL {
  MATCH (p:Person)-[f:FACES]->(c:Charge)-[:IN_CASE]->(k:Case)
  WHERE c.first_seen IS NOT NULL /* filter: charge c, person p */
  WITH p, k, min(c.first_seen) AS first, max(c.first_seen) AS latest
  WHERE first < latest
  MATCH (p)-[:FACES]->(later:Charge)-[:IN_CASE]->(same:Case)
  WHERE same.id = k.id AND later.first_seen > first
  RETURN p, k, later.first_seen AS date
  UNION
  MATCH (e:Event)
  WHERE e.type = 'charge' AND e.outcome = 'changed' /* filter: act e */
  MATCH (e)-[:IN_CASE]->(k:Case)
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to' /* filter: person p */
  RETURN p, k, coalesce(e.date, e.reported) AS date
}
WITH DISTINCT p, k, date
ORDER BY date DESC, p.name, p.id, k.id
LIMIT $most
CALL (p, k, date) {
  MATCH (p)-[f:FACES]->(c:Charge)-[:IN_CASE]->(in:Case)
  WHERE in.id = k.id AND c.first_seen <= date
  MATCH (c)-[:UNDER]->(v:Provision)
  UNWIND range(0, size(f.entries) - 1) AS i
  WITH CASE WHEN c.first_seen < date THEN v.id END AS earlier, CASE WHEN c.first_seen = date THEN v.id END AS later,
       f.role AS role, f.entries[i] + '#' + f.spans[i] AS words
  ORDER BY earlier, later, role, words
  RETURN collect(DISTINCT earlier) AS before, collect(DISTINCT later) AS now, collect(DISTINCT role) AS roles,
         collect(DISTINCT words) AS cited
}
CALL (p, k, date) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)-[:IN_CASE]->(in:Case)
  WHERE in.id = k.id AND r.role = 'to' AND e.type = 'charge' AND e.outcome = 'changed'
    AND coalesce(e.date, e.reported) = date
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS told
}
RETURN date, p.name AS name, before, now, CASE WHEN size(told) > 0 THEN 'reclassified' ELSE 'first told' END AS said, roles,
       p.id AS person, k.id AS case, cited + told AS evidence
ORDER BY date DESC, name, person, case
