// title: People of sanctions
// learns: Who received a sanction, and whether as one accused of what was done to others.
MATCH (s:Sanction)<-[:RECEIVED]-(p:Person)
WHERE s.id <> '' /* filter: sanction s, person p */
RETURN s.id AS thing, p.id AS person, 'to' AS part, null AS standing,
       EXISTS { MATCH (p)-[w:PARTY_TO]->(:Case)<-[:IN_CASE]-(s) WHERE w.role = 'perpetrator' } AS accused
ORDER BY thing, person
