// title: Everything about one person by date
// learns: What happened to one person, in order of dates - acts, charges, sanctions and custody - with articles, lengths, and who did it.
// reading: >-
//   A row is one act, charge, sanction or custody. "As" says in which part the person stands in it. Nothing beside a row
//   means that the report states it as a fact; an accusation or a demand is named as such. Articles beside an act are those
//   that its entries hold against the person. A charge has the stage that it has reached by now under "outcome".
// limits: >-
//   Only what an entry ties to the person by its words. Charges and custody have the date of the first entry that tells
//   them.
// view: timeline
// timeline: {lane: what, start: date, end: until, label: length, standing: standing}
// parameters:
//   person: {type: Person, about: "The person, by name or id", suggest: people}
// columns:
//   date: {label: "on", priority: 1}
//   what: {label: what, priority: 1}
//   as_whom: {label: as, priority: 2}
//   standing: {label: standing, priority: 1}
//   articles: {label: articles, key: Provision.id, priority: 1}
//   length: {label: length, priority: 1}
//   outcome: {label: outcome, priority: 2}
//   until: {label: until, priority: 2}
//   by_whom: {label: by, priority: 2}
//   held_at: {label: at, priority: 2}
//   id: {label: id, key: any, priority: 3}
// example:
//   given: {person: "Ombreth Jorvan"}
//   rows:
//     - {date: "2031-03-05", what: "administrative_arrest", as_whom: "target", articles: ["CAO:45"], length: "P5D"}
//     - {date: "2031-03-05", what: "charge", as_whom: "target", articles: ["CAO:45"], length: null}
//     - {date: "2031-03-05", what: "sentence", as_whom: "target", articles: ["CAO:45"], length: null}
//     - {date: "2031-03-28", what: "sentence", as_whom: "target", articles: [], length: null}
//     - {date: "2031-04-04", what: "assembly_refusal", as_whom: "target", articles: [], length: null}
//     - {date: "2031-04-20", what: "detention", as_whom: "target", articles: [], length: null}
MATCH (p:Person)
WHERE p.id = $person
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.role <> '' /* filter: act e */
  OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(author:Court|Organisation|Facility|Person)
  WHERE b.role = 'by' AND author.id <> p.id
  OPTIONAL MATCH (e)-[:AT]->(f:Facility)
  WITH p, r, e, author.name AS author, f.name AS facility
  ORDER BY author, facility
  WITH p, r, e, collect(DISTINCT author) AS by_whom, collect(DISTINCT facility) AS held_at
  CALL (p, e) {
    MATCH (e)<-[:RECORDS]-(:Entry)-[:RECORDS]->(told:Charge)<-[:FACES]-(p)
    WHERE e.type IN ['charge', 'remand', 'trial', 'sentence', 'appeal']
    MATCH (told)-[:UNDER]->(held:Provision)
    WITH DISTINCT held.id AS article
    ORDER BY article
    RETURN collect(article) AS articles
  }
  RETURN coalesce(e.date, e.reported) AS date, e.type AS what,
         CASE r.role WHEN 'by' THEN 'author' ELSE 'target' END AS as_whom,
         coalesce(r.standing, e.standing) AS standing, articles, null AS length, e.outcome AS outcome, null AS until,
         by_whom, held_at,
         e.id AS id, r.entries AS entries, r.spans AS spans
  UNION ALL
  MATCH (p)-[faces:FACES]->(c:Charge)
  WHERE c.id <> '' /* filter: charge c */
  OPTIONAL MATCH (c)-[:UNDER]->(v:Provision)
  WITH faces, c, v.id AS article
  ORDER BY article
  WITH faces, c, collect(DISTINCT article) AS articles
  RETURN c.first_seen AS date, 'charge' AS what, faces.role AS as_whom, null AS standing, articles, null AS length,
         c.stage AS outcome, null AS until, [] AS by_whom, [] AS held_at, c.id AS id, faces.entries AS entries, faces.spans AS spans
  UNION ALL
  MATCH (p)-[received:RECEIVED]->(s:Sanction)
  WHERE s.id <> '' /* filter: sanction s */
  CALL (s) {
    MATCH (s)<-[:RECORDS]-(n:Entry)
    RETURN min(n.date) AS told
  }
  CALL (s) {
    MATCH (s)-[:UNDER]->(basis:Provision)
    WITH DISTINCT basis.id AS article
    ORDER BY article
    RETURN collect(article) AS articles
  }
  CALL (s) {
    MATCH (s)-[:IMPOSED_BY]->(body:Court|Organisation|Facility)
    WITH DISTINCT body.name AS name
    ORDER BY name
    RETURN collect(name) AS by_whom
  }
  RETURN coalesce(s.date, told) AS date, s.kind AS what, 'target' AS as_whom,
         CASE WHEN s.status = 'requested' THEN 'requested' WHEN s.disputed = true THEN 'disputed' END AS standing,
         articles, coalesce(s.duration, toString(toInteger(s.amount))) AS length, null AS outcome,
         s.until AS until, by_whom, [] AS held_at,
         s.id AS id, received.entries AS entries, received.spans AS spans
  UNION ALL
  MATCH (p)-[held:IN_CUSTODY]->(y:Stay)-[:AT]->(prison:Facility)
  WHERE y.id <> '' /* filter: stay y */
  RETURN coalesce(y.since, y.first_seen) AS date, 'custody' AS what, 'target' AS as_whom, null AS standing,
         [] AS articles, null AS length, 'last told ' + y.last_seen AS outcome, y.until AS until, [] AS by_whom,
         [prison.name] AS held_at, y.id AS id, held.entries AS entries, held.spans AS spans
}
RETURN date, what, as_whom, standing, articles, length, outcome, until, by_whom, held_at, id,
       [i IN range(0, size(entries) - 1) | entries[i] + '#' + spans[i]] AS evidence
ORDER BY date, what, id, as_whom
