// Who shares one of the things that are listed by kind, and in how many acts each of them is involved.
UNWIND $act AS id
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.id = id /* filter: act e */
RETURN DISTINCT 'act' AS kind, e.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $case AS id
MATCH (c:Case)<-[r:PARTY_TO]-(p:Person)
WHERE c.id = id AND ($filtered = false OR EXISTS { MATCH (c)<-[:IN_CASE]-(e:Event) WHERE e.id <> '' /* filter: act e */ })
RETURN DISTINCT 'case' AS kind, c.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $campaign AS id
MATCH (k:Campaign)<-[:ARISES_FROM]-(e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE k.id = id /* filter: act e */
RETURN DISTINCT 'campaign' AS kind, k.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.type = 'assembly_refusal' AND e.next IN $refusal_day AND r.role = 'to' /* filter: act e */
RETURN DISTINCT 'refusal_day' AS kind, e.next AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.type = 'detention' AND e.date IN $detention_day AND r.role = 'to' /* filter: act e */
RETURN DISTINCT 'detention_day' AS kind, e.date AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $author AS id
MATCH (body:Court|Facility|Organisation)-[b:INVOLVED_IN]->(e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE body.id = id AND r.role = 'to' AND b.role = 'by' /* filter: act e */
RETURN DISTINCT 'author' AS kind, body.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $member AS id
MATCH (o:Organisation)<-[r:AFFILIATED_WITH]-(p:Person)
WHERE o.id = id
RETURN DISTINCT 'member' AS kind, o.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $facility AS id
MATCH (f:Facility)<-[:AT]-(s:Stay)<-[r:IN_CUSTODY]-(p:Person)
WHERE f.id = id /* filter: stay s */
RETURN DISTINCT 'facility' AS kind, f.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
UNION ALL
UNWIND $provision AS id
MATCH (v:Provision)<-[:UNDER]-(c:Charge)<-[r:FACES]-(p:Person)
WHERE v.id = id AND r.role = 'target' /* filter: charge c */
RETURN DISTINCT 'provision' AS kind, v.id AS thing, p.id AS person, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts
