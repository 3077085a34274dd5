// title: Entries of sanctions
// learns: The entries that tell a sanction, and the words.
MATCH (s:Sanction)<-[k:RECORDS]-(n:Entry)
RETURN s.id AS thing, n.id AS entry, toString(k.start) + '-' + toString(k.end) AS span
ORDER BY thing, entry, span
