// title: Report
// learns: The reports that tell an act.
MATCH (x:Event)<-[:RECORDS]-(:Entry)-[:IN_REPORT]->(t:Report)
WITH x.id AS thing, t.id AS value
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
