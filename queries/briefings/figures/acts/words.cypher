// title: Entries of acts
// learns: The entries that tell an act, and the words.
MATCH (e:Event)<-[k:RECORDS]-(n:Entry)
RETURN e.id AS thing, n.id AS entry, toString(k.start) + '-' + toString(k.end) AS span
ORDER BY thing, entry, span
