// What the people $people share with others: acts, cases, campaigns, days, bodies, provisions, kin; a row for each tie of a
// person to a thing, and one of the other person of a pair. "People" says how many people share the thing; of bodies that
// acted it counts the acts, which is much faster (sizes_of_bodies.cypher counts people); sizes_of_days.cypher has days.
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = id /* filter: act e */
WITH p, r, e, COUNT { (e)<-[:INVOLVED_IN]-(:Person) } AS people
WHERE people > 1
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'act' AS kind, e.id AS thing,
       e.type + coalesce(' (' + coalesce(r.standing, e.standing) + ')', '') AS caption, e.date AS date, people,
       r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:PARTY_TO]->(c:Case)
WHERE p.id = id AND ($filtered = false OR EXISTS { MATCH (c)<-[:IN_CASE]-(e:Event) WHERE e.id <> '' /* filter: act e */ })
WITH p, r, c, COUNT { (c)<-[:PARTY_TO]-(:Person) } AS people
WHERE people > 1
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'case' AS kind, c.id AS thing,
       c.title AS caption, c.first_seen AS date, people, r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)-[:ARISES_FROM]->(k:Campaign)
WHERE p.id = id /* filter: act e */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'campaign' AS kind, k.id AS thing,
       k.title AS caption, e.date AS date,
       COUNT { (k)<-[:ARISES_FROM]-(:Event)<-[:INVOLVED_IN]-(:Person) } AS people, r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = id AND e.type = 'assembly_refusal' AND r.role = 'to' AND e.next IS NOT NULL /* filter: act e */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'refusal_day' AS kind,
       e.next AS thing, e.next AS caption, e.date AS date, 0 AS people,
       r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = id AND e.type = 'detention' AND r.role = 'to' AND size(e.date) = 10 /* filter: act e */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'detention_day' AS kind,
       e.date AS thing, e.date AS caption, e.date AS date, 0 AS people,
       r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)<-[b:INVOLVED_IN]-(body:Court|Facility|Organisation)
WHERE p.id = id AND r.role = 'to' AND b.role = 'by' /* filter: act e */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'author' AS kind, body.id AS thing,
       body.name + coalesce(' (' + COLLECT { MATCH (body)-[:LOCATED_IN]->(l:Place)
                                                          RETURN l.name ORDER BY l.name }[0] + ')', '') AS caption,
       e.date AS date, COUNT { (body)-[:INVOLVED_IN]->(:Event) } AS people, b.entries[0] + '#' + b.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:AFFILIATED_WITH]->(o:Organisation)
WHERE p.id = id /* filter: tie r */
WITH p, r, o, COUNT { (o)<-[:AFFILIATED_WITH]-(:Person) } AS people
WHERE people > 1
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'member' AS kind, o.id AS thing,
       o.name AS caption, null AS date, people, r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility)
WHERE p.id = id /* filter: stay s */
WITH p, r, s, f, COUNT { (f)<-[:AT]-(:Stay) } AS people
WHERE people > 1
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'facility' AS kind, f.id AS thing,
       f.name AS caption, coalesce(s.since, s.first_seen) AS date, people,
       r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
WHERE p.id = id AND r.role = 'target' /* filter: charge c */
WITH p, r, c, v, COUNT { (v)<-[:UNDER]-(:Charge) } AS people
WHERE people > 1
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'provision' AS kind, v.id AS thing,
       v.id AS caption, c.first_seen AS date, people, r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[r:RELATED_TO|REPRESENTS]-(o:Person)
WHERE p.id = id /* filter: tie r */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'pair' AS kind,
       CASE WHEN p.id < o.id THEN p.id + ' ' + o.id ELSE o.id + ' ' + p.id END AS thing,
       startNode(r).name + ': ' + coalesce(r.kind, 'lawyer') + ' of ' + endNode(r).name AS caption, null AS date,
       2 AS people, r.entries[0] + '#' + r.spans[0] AS words
UNION ALL
UNWIND $people AS id
MATCH (o:Person)-[r:RELATED_TO|REPRESENTS]-(p:Person)
WHERE o.id = id /* filter: tie r */
RETURN p.id AS person, p.name AS name, COUNT { (p)-[:INVOLVED_IN]->(:Event) } AS acts, 'pair' AS kind,
       CASE WHEN p.id < o.id THEN p.id + ' ' + o.id ELSE o.id + ' ' + p.id END AS thing,
       startNode(r).name + ': ' + coalesce(r.kind, 'lawyer') + ' of ' + endNode(r).name AS caption, null AS date,
       2 AS people, r.entries[0] + '#' + r.spans[0] AS words
