// title: Publishers
// learns: On which publishers the reports rest, and for how many entries one of them is the only source.
// reading: >-
//   "Entries" counts the entries that cite the publisher, "only source" those that cite nobody else. Mirrors, mobile
//   pages and short addresses of one publisher count as one (publishers.yaml lists them).
// limits: >-
//   Two publishers may repeat one message of an agency. A channel of a video or a post is counted under the site that
//   carries it.
// columns:
//   publisher: {label: publisher, priority: 1}
//   entries: {label: entries, priority: 1}
//   only: {label: only source, priority: 1}
//   hosts: {label: sites, priority: 2}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 3}
// example:
//   rows:
//     - {publisher: "news.example", entries: 32, only: 31, hosts: ["m.news.example", "mirror.example", "news.example"]}
//     - {publisher: "social.example", entries: 32, only: 31}
//     - {publisher: "bureau.example", entries: 20, only: 18}
MATCH (n:Entry)-[:CITES]->(s:Source)
WHERE n.id <> '' /* filter: entry n */
WITH s.publisher AS publisher, count(DISTINCT n) AS entries,
     count(DISTINCT CASE WHEN n.publishers = 1 THEN n.id END) AS only, collect(DISTINCT s.host) AS sites,
     min(n.date) AS first, max(n.date) AS last
CALL (sites) {
  UNWIND sites AS host
  WITH host
  ORDER BY host
  RETURN collect(host) AS hosts
}
RETURN publisher, entries, only, hosts, first, last
ORDER BY entries DESC, publisher
