// title: Accounts that disagree
// learns: Where two entries tell of one sanction or one act, and do not agree on how long, how much, when, which day of it, or whether.
// reading: >-
//   A row is two accounts of one thing. Both are kept, and neither is preferred. --evidence shows the words of both. For a
//   hunger strike "on" is the day on which it began by each entry's count of its days.
// limits: >-
//   Only contradictions that the rules find: two lengths, two amounts, two counts of days, or an act that one entry states and
//   another denies. Accounts that the rules did not see as one thing are not here.
// parameters:
//   most: {type: integer, default: 500, cuts: true, about: "How many rows at most, by what it is and when"}
// columns:
//   names: {label: who, priority: 1}
//   what: {label: what, priority: 1}
//   first_account: {label: one account, priority: 1}
//   second_account: {label: the other, priority: 1}
//   first_date: {label: "on", priority: 2}
//   second_date: {label: or on, priority: 3}
//   people: Person.id
CALL {
  MATCH (a:Event|Sanction)-[r:CONTRADICTS]->(b:Event|Sanction)
  WHERE $filtered = false OR EXISTS { MATCH (a)<-[:RECORDS]-(n:Entry) WHERE n.id <> '' /* filter: entry n */ }
     OR EXISTS { MATCH (b)<-[:RECORDS]-(n:Entry) WHERE n.id <> '' /* filter: entry n */ }
  WITH a, b, r
  OPTIONAL MATCH (a)<-[:RECEIVED|INVOLVED_IN]-(p:Person)
  WITH a, b, r, p
  ORDER BY p.name, p.id
  WITH a, b, r, collect(DISTINCT p.name) AS names, collect(DISTINCT p.id) AS people
  RETURN names, coalesce(a.kind, a.type) AS what,
         coalesce(a.duration, a.until, toString(a.amount), a.standing, a.outcome, 'stated') AS first_account,
         coalesce(b.duration, b.until, toString(b.amount), b.standing, b.outcome, 'stated') AS second_account,
         a.date AS first_date, b.date AS second_date, people,
         [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence, a.id + ' ' + b.id AS pair
  UNION ALL
  MATCH (e:Event)
  WHERE e.type = 'hunger_strike'
    AND ($filtered = false OR EXISTS { MATCH (e)<-[:RECORDS]-(n:Entry) WHERE n.id <> '' /* filter: entry n */ })
  WITH e
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WHERE k.day_number > 0 AND size(n.date) = 10
  WITH e, 'day ' + toString(k.day_number) + ' on ' + n.date AS told,
       toString(date(n.date) - duration('P' + toString(k.day_number - 1) + 'D')) AS began,
       n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
  ORDER BY began, told, words
  WITH e, collect(began) AS began, collect(told) AS told, collect(words) AS evidence
  WHERE began[0] < began[size(began) - 1]
  MATCH (p:Person)-[r:INVOLVED_IN]->(e)
  WHERE r.role = 'to'
  WITH e, began, told, evidence, p
  ORDER BY p.name, p.id
  WITH e, began, told, evidence, collect(DISTINCT p.name) AS names, collect(DISTINCT p.id) AS people
  RETURN names, e.type AS what, told[0] AS first_account, told[size(told) - 1] AS second_account, began[0] AS first_date,
         began[size(began) - 1] AS second_date, people, evidence, e.id AS pair
}
RETURN names, what, first_account, second_account, first_date, second_date, people, evidence
ORDER BY what, first_date, names, people, pair
LIMIT $most
