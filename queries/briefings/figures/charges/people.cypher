// title: People of charges
// learns: Who faces a charge, and whether as one accused of what was done to others.
MATCH (c:Charge)<-[r:FACES]-(p:Person)
WHERE c.id <> '' /* filter: charge c, person p */
RETURN c.id AS thing, p.id AS person, 'to' AS part, null AS standing, r.role = 'perpetrator' AS accused
ORDER BY thing, person
