// title: Office
// learns: The office of the state that somebody holds, such as judge or police.
MATCH (p:Person)
UNWIND p.offices AS office
RETURN DISTINCT p.id AS thing, office AS key, office AS value
ORDER BY thing, key
