// The acts of the days $days, once for each entry that tells them, with the series of its report and the words.
MATCH (e:Event)
WHERE e.date IN $days /* filter: act e */
WITH e
MATCH (e)<-[k:RECORDS]-(n:Entry)-[:IN_REPORT]->(r:Report)
RETURN coalesce(r.series, '') AS series, e.type AS type, e.date AS day, e.id AS event,
       n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
