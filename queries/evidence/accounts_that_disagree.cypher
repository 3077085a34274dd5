// title: Accounts that disagree
// learns: Where two entries tell of one sanction or one act, and do not agree on how long, how much, when or whether.
// reading: >-
//   A row is two accounts of one thing. Both are kept, and neither is preferred. --evidence shows the words of both.
// limits: >-
//   Only contradictions that the rules find: two lengths, two amounts, two days, or an act that one entry states and another
//   denies. Accounts that the rules did not see as one thing are not here.
// columns:
//   names: {label: who, priority: 1}
//   what: {label: what, priority: 1}
//   first_account: {label: one account, priority: 1}
//   second_account: {label: the other, priority: 1}
//   first_date: {label: "on", priority: 2}
//   second_date: {label: or on, priority: 3}
//   people: Person.id
MATCH (a:Event|Sanction)-[r:CONTRADICTS]->(b:Event|Sanction)
OPTIONAL MATCH (a)<-[:RECEIVED|INVOLVED_IN]-(p:Person)
WITH a, b, r, p
ORDER BY p.name, p.id
WITH a, b, r, collect(DISTINCT p.name) AS names, collect(DISTINCT p.id) AS people
RETURN names, coalesce(a.kind, a.type) AS what,
       coalesce(a.duration, a.until, toString(a.amount), a.standing, a.outcome, 'stated') AS first_account,
       coalesce(b.duration, b.until, toString(b.amount), b.standing, b.outcome, 'stated') AS second_account,
       a.date AS first_date, b.date AS second_date, people,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
ORDER BY what, first_date, names, people, a.id, b.id
