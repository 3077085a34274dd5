// The days of all acts of each kind, each with what one act is counted by, where all reports are of one series. It reads no
// entries, and counting is left to who asks: the engine takes three times as long for it.
MATCH (e:Event)
WHERE size(e.date) = 10 /* filter: act e */
RETURN collect(e.date + ' ' + e.account_of) AS unordered, e.type AS type
