// How many acts of each kind there are for each day, where all reports are of one series. It reads no entries.
MATCH (e:Event)
WHERE size(e.date) = 10 /* filter: act e */
RETURN e.type AS type, e.date AS day, count(DISTINCT e.account_of) AS acts
