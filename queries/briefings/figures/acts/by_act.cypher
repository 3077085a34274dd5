// title: Kind of act
// learns: The kind of an act, such as detention or assembly_refusal.
MATCH (e:Event)
RETURN e.id AS thing, e.type AS key, e.type AS value
ORDER BY thing
