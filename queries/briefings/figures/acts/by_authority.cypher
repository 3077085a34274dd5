// title: Authority
// learns: The body of the state, or the facility, that did an act, by its words.
MATCH (e:Event)<-[r:INVOLVED_IN]-(b:Organisation|Facility)
WHERE r.role = 'by' AND (b:Facility OR b.kind = 'state')
RETURN DISTINCT e.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
