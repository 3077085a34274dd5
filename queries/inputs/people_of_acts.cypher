// To whom the acts $events were done.
UNWIND $events AS id
MATCH (e:Event) WHERE e.id = id
MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.role = 'to'
RETURN DISTINCT e.id AS event, p.name AS name, p.id AS person
ORDER BY event, name, person
