// title: Articles that travel together
// learns: Which articles are held together against one person in one case, how often, and against whom.
// reading: >-
//   A row is one set of articles. "People" counts the named, "unnamed" is the largest number of people whom an entry accuses of
//   the same set without naming them; it is empty where entries give neither names nor a number.
// limits: >-
//   Articles that two entries tell of one person in one case are one set, even if one of them was dropped in between.
// view: network
// network: {lines: [{from: articles, to: articles, label: names}]}
// parameters:
//   at_least: {type: integer, default: 2, about: The fewest articles of a set}
// columns:
//   articles: {label: articles, key: Provision.id, priority: 1}
//   people: {label: people, priority: 1}
//   unnamed: {label: unnamed, priority: 2}
//   names: {label: who, priority: 1}
//   first: {label: first, priority: 2}
//   last: {label: last, priority: 3}
//   persons: Person.id
// example:
//   rows:
//     - {articles: ["CC:132", "CC:147", "CC:158", "CC:202"], people: 1, unnamed: 0, names: ["Yarrevant Lomar"]}
//     - {articles: ["CC:262", "CC:311"], people: 1, unnamed: 0, names: ["Talidora Ilvane"]}
//     - {articles: ["CC:207", "CC:211", "CC:230"], people: 0, unnamed: 7, names: []}
CALL {
  MATCH (p:Person)-[f:FACES]->(c:Charge)-[:IN_CASE]->(k:Case)
  WHERE f.role = 'target' /* filter: charge c, person p */
  MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
  WHERE a.level = 'article'
  WITH k, p, count(DISTINCT a.id) AS different
  WHERE different >= $at_least
  // The engines sort what is held against one person, a few rows, much faster than what is held against all.
  CALL (k, p) {
    MATCH (p)-[f:FACES]->(c:Charge)-[:IN_CASE]->(in:Case)
    WHERE in.id = k.id AND f.role = 'target' /* filter: charge c */
    MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
    WHERE a.level = 'article'
    UNWIND range(0, size(f.entries) - 1) AS i
    WITH a.id AS article, c.first_seen AS first, c.last_seen AS last, f.entries[i] + '#' + f.spans[i] AS words
    ORDER BY article, words
    RETURN collect(DISTINCT article) AS articles, min(first) AS first, max(last) AS last, collect(DISTINCT words) AS words
  }
  RETURN p.id AS person, p.name AS name, 0 AS number, articles, first, last, words
  UNION ALL
  MATCH (c:Charge)-[:IN_CASE]->(k:Case)
  WHERE c.count IS NOT NULL /* filter: charge c */
  MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
  WHERE a.level = 'article'
  WITH k, c.count AS number, count(DISTINCT a.id) AS different
  WHERE different >= $at_least
  CALL (k, number) {
    MATCH (k)<-[:IN_CASE]-(c:Charge)
    WHERE c.count = number /* filter: charge c */
    MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
    WHERE a.level = 'article'
    MATCH (c)<-[r:RECORDS]-(n:Entry)
    WITH a.id AS article, c.first_seen AS first, c.last_seen AS last,
         n.id + '#' + toString(r.start) + '-' + toString(r.end) AS words
    ORDER BY article, words
    RETURN collect(DISTINCT article) AS articles, min(first) AS first, max(last) AS last, collect(DISTINCT words) AS words
  }
  RETURN null AS person, null AS name, number, articles, first, last, words
  UNION ALL
  // Defendants of whom an entry gives neither names nor a number.
  MATCH (k:Case)<-[:IN_CASE]-(c:Charge)<-[:RECORDS]-(n:Entry)
  WHERE c.count IS NULL AND NOT EXISTS { MATCH (c)<-[:FACES]-(:Person) } /* filter: charge c */
  MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
  WHERE a.level = 'article'
  WITH k, n, count(DISTINCT a.id) AS different
  WHERE different >= $at_least
  CALL (k, n) {
    MATCH (k)<-[:IN_CASE]-(c:Charge)<-[r:RECORDS]-(n)
    WHERE c.count IS NULL AND NOT EXISTS { MATCH (c)<-[:FACES]-(:Person) } /* filter: charge c */
    MATCH (c)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
    WHERE a.level = 'article'
    WITH a.id AS article, c.first_seen AS first, c.last_seen AS last,
         n.id + '#' + toString(r.start) + '-' + toString(r.end) AS words
    ORDER BY article, words
    RETURN collect(DISTINCT article) AS articles, min(first) AS first, max(last) AS last, collect(DISTINCT words) AS words
  }
  RETURN null AS person, null AS name, null AS number, articles, first, last, words
}
WITH person, name, number, articles, first, last, words
UNWIND words AS word
WITH articles, person, name, number, first, last, word
ORDER BY name, person, word
RETURN articles, count(DISTINCT person) AS people, max(number) AS unnamed, collect(DISTINCT name) AS names,
       min(first) AS first, max(last) AS last, collect(DISTINCT person) AS persons, collect(DISTINCT word) AS evidence
ORDER BY people DESC, coalesce(unnamed, -1) DESC, articles
