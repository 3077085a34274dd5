// title: Reports
// learns: The reports with their periods, and how many entries each has.
MATCH (t:Report)
OPTIONAL MATCH (t)<-[:IN_REPORT]-(n:Entry)
WITH t, count(n) AS entries
RETURN t.id AS id, coalesce(t.series, '') AS series, t.period_start AS start, t.period_end AS end, entries
ORDER BY start, id
