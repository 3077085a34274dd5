// To how many people the bodies $bodies did something.
UNWIND $bodies AS id
MATCH (b:Court|Facility|Organisation)-[t:INVOLVED_IN]->(e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE b.id = id AND t.role = 'by' AND r.role = 'to'
RETURN b.id AS body, count(DISTINCT p) AS people
