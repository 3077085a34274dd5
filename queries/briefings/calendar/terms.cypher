// title: Terms
// learns: Who received a sanction of which length, from when, and whether as one accused of what was done to others.
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
WHERE s.status = 'imposed' /* filter: sanction s, person p */
RETURN p.id AS person, p.name AS name, s.id AS fact, s.account_of AS account, s.kind AS kind, s.date AS start,
       coalesce(s.duration_max, s.duration) AS duration, s.until AS until,
       EXISTS { MATCH (p)-[w:PARTY_TO]->(:Case)<-[:IN_CASE]-(s) WHERE w.role = 'perpetrator' } AS accused,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
