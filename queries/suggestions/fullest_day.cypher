// Days with most detentions first.
MATCH (e:Event)
WHERE e.type = 'detention' AND size(e.date) = 10
WITH e.date AS day, count(DISTINCT e.account_of) AS acts
RETURN day AS value, day AS caption, acts
ORDER BY acts DESC, value
LIMIT 50
