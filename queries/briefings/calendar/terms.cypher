// title: Terms
// learns: Which sanctions of which length the people $people received, from when, and whether as accused of what was done to others.
UNWIND $people AS id
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
WHERE p.id = id AND s.status = 'imposed' /* filter: sanction s, person p */
RETURN p.id AS person, p.name AS name, s.id AS fact, s.account_of AS account, s.kind AS kind, s.date AS start,
       coalesce(s.duration_max, s.duration) AS duration, s.until AS until,
       EXISTS { MATCH (p)-[w:PARTY_TO]->(:Case)<-[:IN_CASE]-(s) WHERE w.role = 'perpetrator' } AS accused,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
