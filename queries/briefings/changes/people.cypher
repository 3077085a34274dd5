// title: Where people are named
// learns: Each entry that names one of the people $people, with the words, the day and the role.
UNWIND $people AS id
MATCH (p:Person)<-[m:MENTIONS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id /* filter: entry n, person p */
RETURN p.id AS person, p.name AS name, p.offices AS offices, n.id AS entry, coalesce(n.date, t.period_end) AS told,
       m.role AS role, n.id + '#' + toString(m.start) + '-' + toString(m.end) AS place
