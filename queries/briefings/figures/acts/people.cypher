// title: People of acts
// learns: Who stands in an act, in which part, and whether as one accused of what was done to others.
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.role <> '' /* filter: act e, person p */
RETURN e.id AS thing, p.id AS person, r.role AS part, r.standing AS standing,
       EXISTS { MATCH (p)-[w:PARTY_TO]->(:Case)<-[:IN_CASE]-(e) WHERE w.role = 'perpetrator' } AS accused
ORDER BY thing, person, part
