// How many acts of each kind each series tells of for each day.
MATCH (r:Report)<-[:IN_REPORT]-(:Entry)-[:RECORDS]->(e:Event)
WHERE size(e.date) = 10 /* filter: act e */
RETURN coalesce(r.series, '') AS series, e.type AS type, e.date AS day, count(DISTINCT e.account_of) AS acts
