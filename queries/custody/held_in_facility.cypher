// title: Held in one facility
// learns: Who was held in a facility, from which report to which, and under which articles.
// reading: >-
//   A row is one custody of one person. "First seen" and "last seen" are the dates of the first and last entry that place
//   the person there. "Until" is empty where no entry says when the custody ended.
// limits: >-
//   A person who is not named in an entry about this facility is not here. That somebody was last seen there does not mean
//   that they left. The articles are those held against the person in the case of the custody.
// view: timeline
// timeline: {lane: person, start: first_seen, end: last_seen, label: facility_name}
// parameters:
//   facility: {type: Facility, about: "The facility, by name or id", suggest: facilities}
// columns:
//   name: {label: who, priority: 1}
//   first_seen: {label: first seen, priority: 1}
//   last_seen: {label: last seen, priority: 1}
//   until: {label: until, priority: 2}
//   provisions: {label: articles, key: Provision.id, priority: 2}
//   facility_name: {label: at, priority: 3}
//   person: Person.id
//   facility: Facility.id
// example:
//   given: {facility: "QR-118/9"}
//   rows:
//     - {name: "Korvidor Shemar", first_seen: "2031-03-18", last_seen: "2031-04-08", until: null, provisions: ["CC:211/1"]}
//     - {name: "Osmevant Galmo", first_seen: "2031-04-18", last_seen: "2031-04-18", until: "2031-04-18", provisions: []}
MATCH (p:Person)-[held:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility)
WHERE f.id = $facility /* filter: stay s */
CALL (p, s) {
  MATCH (s)-[:IN_CASE]->(:Case)<-[:IN_CASE]-(c:Charge)<-[faces:FACES]-(p)
  WHERE faces.role = 'target'
  MATCH (c)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS provision
  ORDER BY provision
  RETURN collect(provision) AS provisions
}
RETURN p.name AS name, s.first_seen AS first_seen, s.last_seen AS last_seen, s.until AS until, provisions,
       f.name AS facility_name, p.id AS person, f.id AS facility,
       [i IN range(0, size(held.entries) - 1) | held.entries[i] + '#' + held.spans[i]] AS evidence
ORDER BY first_seen, name, person, last_seen, until, s.id
