// title: Custody
// learns: Where the people $people were held, and the words.
UNWIND $people AS id
MATCH (p:Person)-[r:IN_CUSTODY]->(y:Stay)-[:AT]->(f:Facility)
WHERE p.id = id /* filter: stay y, person p */
RETURN p.id AS person, p.name AS name, y.id AS fact, f.id AS facility, f.name AS facility_name,
       coalesce(y.since, y.first_seen) AS day,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
ORDER BY person, day, fact
