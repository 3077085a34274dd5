// title: Report
// learns: The reports that tell a sanction.
MATCH (x:Sanction)<-[:RECORDS]-(:Entry)-[:IN_REPORT]->(t:Report)
WITH x.id AS thing, t.id AS value
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
