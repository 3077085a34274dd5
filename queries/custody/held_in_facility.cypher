// title: Held in one facility
// learns: Who was held in a facility, from which report to which, and under which provisions.
// parameters:
//   facility: {type: Facility, about: "The facility, by name or id", suggest: facilities}
// columns: {person: Person.id, facility: Facility.id, provisions: Provision.id}
MATCH (p:Person)-[:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility)
WHERE f.id = $facility
OPTIONAL MATCH (p)-[:FACES]->(:Charge)-[:UNDER]->(v:Provision)
WITH p, s, f, v
ORDER BY v.id
WITH p, s, f, collect(DISTINCT v.id) AS provisions
RETURN p.name AS name, s.first_seen AS first_seen, s.last_seen AS last_seen, s.until AS until, provisions,
       f.name AS facility_name, p.id AS person, f.id AS facility
ORDER BY first_seen, name, person, last_seen, until
