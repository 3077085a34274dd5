// Every act with a whole date, once for each entry that tells it, with the series of its report and the words.
MATCH (r:Report)<-[:IN_REPORT]-(n:Entry)-[k:RECORDS]->(e:Event)
WHERE size(e.date) = 10 /* filter: act e */
RETURN coalesce(r.series, '') AS series, e.type AS type, e.date AS day, e.account_of AS account, e.id AS event,
       n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
ORDER BY series, type, day, account, event, words
