// title: People in custody
// learns: When the people $people were sentenced to imprisonment or were told to be in a facility, and when that began.
UNWIND $people AS id
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
WHERE p.id = id AND s.status = 'imposed' AND s.kind = 'imprisonment' /* filter: sanction s, person p */
RETURN p.id AS person, p.name AS name, s.id AS fact, null AS facility, s.duration AS duration, s.date AS start,
       s.until AS until, [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:IN_CUSTODY]->(y:Stay)-[:AT]->(f:Facility)
WHERE p.id = id /* filter: stay y, person p */
RETURN p.id AS person, p.name AS name, y.id AS fact, f.name AS facility, null AS duration,
       coalesce(y.since, y.first_seen) AS start, y.until AS until,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
