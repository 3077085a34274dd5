// title: Court
// learns: The court that did an act, by its words.
MATCH (e:Event)<-[r:INVOLVED_IN]-(b:Court)
WHERE r.role = 'by'
RETURN DISTINCT e.id AS thing, b.id AS key, b.name AS value
ORDER BY thing, key
