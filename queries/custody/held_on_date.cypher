// title: Behind bars on a date
// learns: Who was in prison, in remand or under administrative arrest on a date, how sure that is, where, since when, until when, and under which articles.
// reading: >-
//   "Certain": one entry before the date and one after it tell the same custody. "Likely": the term that the entries give was
//   not over, and none tells of an end. "Unknown since": an entry tells the custody, and none its end, or only the end of
//   a remand, which may have been extended; "last told" is the last date on which it was told. "Since" is the day that an
//   entry gives; where it is empty, the custody began before "first told". The articles are those of the custody. "In cases
//   as" tells targets from those who are accused of abuse themselves.
// limits: >-
//   Who is not here may be behind bars all the same: only what these reports tell is known. Early releases that nobody
//   reported are not known. A term whose first day no entry gives has no "until": the day on which a report repeats it is
//   not its first. An administrative arrest whose length nobody tells counts for 60 days. House arrest, probation and
//   restricted liberty are not custody.
// view: timeline
// timeline: {lane: person, start: since, end: until, label: held_at, kind: held, open: true, told: last_told}
// parameters:
//   date: {type: date, about: "The day, such as 2023-06-30", suggest: last_day}
//   most: {type: integer, default: 500, cuts: true, about: "How many people at most, the surest and longest held first"}
// columns:
//   name: {label: who, priority: 1}
//   held: {label: held, priority: 1}
//   last_told: {label: last told, priority: 1}
//   first_told: {label: first told, priority: 3}
//   since: {label: since, priority: 1}
//   until: {label: until, priority: 1}
//   kinds: {label: as, priority: 2}
//   roles: {label: in cases as, priority: 2}
//   held_at: {label: at, priority: 2}
//   provisions: {label: articles, key: Provision.id, priority: 3}
//   person: Person.id
// example:
//   given: {date: "2031-03-25"}
//   rows:
//     - {name: "Korvidor Shemar", held: "certain", first_told: "2031-03-18", since: null, until: null, kinds: ["imprisonment"]}
//     - {name: "Halmuvel Oswen", held: "likely", since: "2031-03-02", until: "2031-04-12", kinds: ["remand"]}
//     - name: "Wessidora Khevra"
//       held: "likely"
//       since: "2031-03-17"
//       until: "2031-04-01"
//       kinds: ["administrative_arrest"]
CALL {
  MATCH (s:Sanction)<-[:RECORDS]-(n:Entry)
  WHERE s.status = 'imposed' AND s.kind IN ['administrative_arrest', 'imprisonment', 'remand'] /* filter: sanction s */
  WITH s, min(n.date) AS first, max(n.date) AS last
  // Where it began before it was first told, it was over by then.
  WITH s, first, last,
       CASE WHEN s.duration IS NOT NULL AND size(first) = 10 THEN toString(date(first) + duration(s.duration)) END AS over
  WHERE over IS NULL OR over >= $date OR s.kind = 'remand'
  MATCH (s)<-[:RECEIVED]-(p:Person)
  // A term that its own entry goes on to call served, or from which it goes on to tell a release, holds nobody.
  WHERE NOT EXISTS { MATCH (s)<-[t:RECORDS]-(:Entry)-[u:RECORDS]->(e:Event)<-[:INVOLVED_IN]-(p)
                     WHERE e.type = 'release' AND coalesce(e.outcome, 'granted') <> 'dismissed' AND u.start > t.start
                       AND e.date <= $date } /* filter: person p */
  // Who was in prison before is not imprisoned again by a report that repeats the sentence.
  WITH p, s, first, last, EXISTS { MATCH (p)-[:IN_CUSTODY]->(y:Stay)-[:AT]->(f:Facility)
                                   WHERE f.kind = 'prison' AND s.kind = 'imprisonment' AND y.first_seen < s.date } AS serving,
       EXISTS { MATCH (s)<-[:REPLACES]-(newer:Sanction) WHERE newer.date <= $date } AS replaced
  WITH p, s, replaced, first, last, CASE WHEN serving THEN null ELSE s.date END AS since
  RETURN p, s AS custody, s.kind AS kind, since, first, last,
         CASE WHEN replaced THEN null
              WHEN s.until IS NOT NULL THEN s.until
              WHEN s.duration IS NOT NULL AND size(since) = 10 THEN toString(date(since) + duration(s.duration))
         END AS until, null AS freed
  UNION ALL
  MATCH (p:Person)-[r:IN_CUSTODY]->(y:Stay)-[:AT]->(f:Facility)
  WHERE y.first_seen IS NOT NULL /* filter: stay y, person p */
  RETURN p, y AS custody, null AS kind, y.since AS since, y.first_seen AS first, y.last_seen AS last, y.until AS until,
         null AS freed
  UNION ALL
  // What ends any custody that began before it.
  MATCH (e:Event)
  WHERE e.date <= $date AND (e.type = 'death' OR (e.type = 'release' AND coalesce(e.outcome, 'granted') <> 'dismissed')
                             OR coalesce(e.outcome, '') = 'acquitted')
  WITH e
  MATCH (e)<-[:INVOLVED_IN]-(p:Person)
  RETURN p, null AS custody, null AS kind, null AS since, null AS first, null AS last, null AS until, e.date AS freed
  UNION ALL
  MATCH (s:Sanction)<-[:RECORDS]-(told:Entry)
  WHERE s.status = 'imposed' AND s.kind IN ['probation', 'restriction_of_liberty', 'house_arrest']
    AND coalesce(s.date, told.date) <= $date
  WITH s, told
  MATCH (s)<-[:RECEIVED]-(p:Person)
  RETURN p, null AS custody, null AS kind, null AS since, null AS first, null AS last, null AS until,
         coalesce(s.date, told.date) AS freed
}
WITH p, max(freed) AS freed,
     collect(CASE WHEN custody IS NOT NULL THEN {custody: custody, kind: coalesce(kind, ''), since: since, first: first,
                                                 last: last, until: until} END) AS custodies
UNWIND custodies AS held
WITH p, freed, held.custody AS custody, held.kind AS kind, held.since AS since, coalesce(held.since, held.first) AS begun,
     held.first AS first, held.last AS last, held.until AS until
WHERE begun <= $date AND (freed IS NULL OR freed <= begun)
  AND (until IS NULL OR until >= $date OR last >= $date OR kind = 'remand')
  AND NOT (kind = 'administrative_arrest' AND until IS NULL AND toString(date(last) + duration('P60D')) < $date)
WITH p, custody, since, begun, first, last, until,
     CASE WHEN last >= $date THEN 1 WHEN until >= $date THEN 2 ELSE 3 END AS sure
WITH p, collect(custody) AS places, min(sure) AS sure, min(since) AS since, min(begun) AS begun, min(first) AS first_told,
     max(last) AS last_told, max(until) AS until
ORDER BY sure, begun, p.name, p.id
LIMIT $most
CALL (places) {
  UNWIND places AS x
  WITH x
  OPTIONAL MATCH (x)-[:AT]->(f:Facility)
  WITH DISTINCT x.kind AS kind, f.name AS facility
  ORDER BY kind, facility
  RETURN collect(DISTINCT kind) AS kinds, collect(DISTINCT facility) AS held_at
}
CALL (p, places) {
  UNWIND places AS x
  WITH p, x
  OPTIONAL MATCH (x)-[:UNDER]->(v:Provision)
  OPTIONAL MATCH (x)-[:IN_CASE]->(:Case)<-[:IN_CASE]-(c:Charge)<-[f:FACES]-(p)
  WHERE f.role = 'target'
  OPTIONAL MATCH (c)-[:UNDER]->(w:Provision)
  WITH DISTINCT CASE WHEN x:Stay THEN w.id ELSE v.id END AS provision
  ORDER BY provision
  RETURN collect(provision) AS provisions
}
CALL (p) {
  MATCH (p)-[party:PARTY_TO]->(:Case)
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (p, places) {
  UNWIND places AS x
  WITH p, x
  MATCH (p)-[r:RECEIVED|IN_CUSTODY]->(x)
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH DISTINCT r.entries[i] + '#' + r.spans[i] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.name AS name, CASE sure WHEN 1 THEN 'certain' WHEN 2 THEN 'likely' ELSE 'unknown since' END AS held, last_told,
       first_told, since, until, kinds, roles, held_at, provisions, p.id AS person, evidence
ORDER BY sure, begun, name, person
