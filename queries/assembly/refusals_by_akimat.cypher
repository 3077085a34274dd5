// title: Assembly refusals by local administration
// learns: Which administrations refuse assemblies, to whom, for which days, and the reasons they give.
// columns: {administration: Organisation.id, people: Person.id}
MATCH (e:Event)
WHERE e.type = 'assembly_refusal'
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(o:Organisation)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:AT]->(l:Place)
OPTIONAL MATCH (e)<-[t:INVOLVED_IN]-(p:Person)
WHERE t.role = 'to'
WITH e, o, l, p
ORDER BY e.next, p.name, p.id, e.reason
WITH o, l,
     count(DISTINCT e.account_of) AS refusals,
     collect(DISTINCT e.next) AS planned_for,
     collect(DISTINCT e.reason) AS reasons,
     collect(DISTINCT p.name) AS names,
     collect(DISTINCT p.id) AS people
RETURN l.name AS place, o.name AS name, refusals, planned_for, reasons, names, o.id AS administration, people
ORDER BY refusals DESC, place, name, administration, l.id
