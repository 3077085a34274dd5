// title: Entries of charges
// learns: The entries that tell a charge, and the words.
MATCH (c:Charge)<-[k:RECORDS]-(n:Entry)
RETURN c.id AS thing, n.id AS entry, toString(k.start) + '-' + toString(k.end) AS span
ORDER BY thing, entry, span
