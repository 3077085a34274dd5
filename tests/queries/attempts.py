"""What somebody may try who wants more than to read the graph: each is refused on every engine, with a sentence.

Parts: the attempt's name, its text, and a word that the refusal says.
"""

from typing import NamedTuple


class Attempt(NamedTuple):
    """One attempt. ``says`` is a part of the sentence it is refused with."""

    name: str
    cypher: str
    says: str


CHANGE, FILE = "would change the graph", "would read a file or an address"
BEGINS, PROCEDURE, FUNCTION, SECOND = "A query begins with", "The procedure", "The function", "a second query"
READING = "Only reading is allowed"

ATTEMPTS = (
    # Writing
    Attempt("create", "CREATE (:Person {id: 'new'})", CHANGE),
    Attempt("create after a match", "MATCH (p:Person) CREATE (p)-[:FACES]->(:Charge {id: 'new'})", READING),
    Attempt("create in small letters", "create (:Person {id: 'new'})", CHANGE),
    Attempt("merge", "MERGE (p:Person {id: 'new'}) ON CREATE SET p.name = 'x'", CHANGE),
    Attempt("set", "MATCH (p:Person) SET p.name = 'x' RETURN p.id AS id", READING),
    Attempt("set from a map", "MATCH (p:Person) SET p += {name: 'x'}", READING),
    Attempt("set a label", "MATCH (p:Person) SET p:Court", READING),
    Attempt("remove", "MATCH (p:Person) REMOVE p.name", READING),
    Attempt("delete", "MATCH (:Person)-[r:FACES]->() DELETE r", READING),
    Attempt("detach delete", "MATCH (p:Person) DETACH DELETE p", READING),
    Attempt("foreach", "MATCH (p:Person) FOREACH (x IN [1] | SET p.name = 'x')", READING),
    Attempt("in a subquery", "MATCH (p:Person) CALL (p) { SET p.name = 'x' } RETURN p.id AS id", READING),
    Attempt("in transactions", "MATCH (p:Person) CALL (p) { DELETE p } IN TRANSACTIONS OF 1 ROWS", READING),
    Attempt("in a union", "RETURN 1 AS x UNION CREATE (:Person {id: 'new'}) RETURN 1 AS x", CHANGE),
    Attempt("behind a comment", "// MATCH\n/* RETURN */ CREATE (:Person {id: 'new'})", CHANGE),
    Attempt("behind a text that looks closed", "WITH 'a\\'' AS x CREATE (:Person {id: x})", READING),
    Attempt("in a subquery that counts", "RETURN COUNT { CREATE (:Person {id: 'new'}) } AS x", ""),
    Attempt("insert", "INSERT (:Person {id: 'new'})", CHANGE),
    # What there is: indexes, constraints, databases, users
    Attempt("create an index", "CREATE INDEX mine IF NOT EXISTS FOR (p:Person) ON (p.given)", CHANGE),
    Attempt("create a constraint", "CREATE CONSTRAINT mine FOR (p:Person) REQUIRE p.name IS UNIQUE", CHANGE),
    Attempt("drop an index", "DROP INDEX Person_name IF EXISTS", CHANGE),
    Attempt("drop a constraint", "DROP CONSTRAINT Person_key IF EXISTS", CHANGE),
    Attempt("create a database", "CREATE DATABASE other", CHANGE),
    Attempt("another database", "USE system SHOW USERS", BEGINS),
    Attempt("show the settings", "SHOW SETTINGS", BEGINS),
    Attempt("show the users", "SHOW USERS", BEGINS),
    Attempt("a password", "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", CHANGE),
    Attempt("end others' queries", "TERMINATE TRANSACTIONS 'x'", CHANGE),
    # Files and addresses
    Attempt("a file", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", FILE),
    Attempt("a path", "LOAD CSV FROM '/etc/passwd' AS row RETURN row", FILE),
    Attempt("in mixed letters", "LoAd cSv WiTh HeAdErS fRoM 'FILE:///etc/passwd' AS row RETURN row", FILE),
    Attempt("on two lines", "LOAD\n\tCSV FROM 'file:/etc/passwd' AS row RETURN row", FILE),
    Attempt("with a comment between", "LOAD/**/CSV/* x */FROM 'file:///etc/passwd' AS row RETURN row", FILE),
    Attempt("after a match", "MATCH (p:Person) LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", FILE),
    Attempt("in a subquery of files", "CALL () { LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r } RETURN r", FILE),
    Attempt("in an exists", "RETURN EXISTS { LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r } AS x", FILE),
    Attempt("in a union of files", "RETURN 1 AS x UNION LOAD CSV FROM '/etc/passwd' AS x RETURN x", FILE),
    Attempt("an address from a parameter", "LOAD CSV FROM $address AS row RETURN row", FILE),
    Attempt("an address put together", "WITH 'fi' + 'le:///etc/passwd' AS a LOAD CSV FROM a AS row RETURN row", FILE),
    Attempt("a web address", "LOAD CSV FROM 'https://example.invalid/x' AS row RETURN row", FILE),
    Attempt("with a text's end escaped", "RETURN '\\u0027 AS x LOAD CSV FROM \\u0027/etc/passwd' AS x", "an escape"),
    Attempt("spelled in escapes", "L\\u004FAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "an escape"),
    Attempt("behind a control character", "RETURN 1 AS x //\r LOAD CSV FROM '/x' AS row", "a control character"),
    Attempt("with a no-break space", "LOAD\u00a0CSV FROM 'file:///etc/passwd' AS row RETURN row", ""),
    # Procedures and functions
    Attempt("a procedure that reads files", "CALL apoc.load.json('/etc/passwd') YIELD value RETURN value", PROCEDURE),
    Attempt("a procedure in quotes", "CALL `apoc`.`load`.`json`('/etc/passwd') YIELD value RETURN value", PROCEDURE),
    Attempt("a name with blanks", "CALL dbms . components() YIELD name RETURN name", PROCEDURE),
    Attempt("the settings", "CALL dbms.listConfig() YIELD name, value RETURN name, value", PROCEDURE),
    Attempt("the server", "CALL dbms.components() YIELD name RETURN name", PROCEDURE),
    Attempt("an index made by a procedure", "CALL db.createLabel('New')", PROCEDURE),
    Attempt("an optional procedure", "OPTIONAL CALL dbms.listConfig() YIELD name RETURN name", PROCEDURE),
    Attempt("one in a subquery", "CALL () { CALL dbms.listConfig() YIELD name RETURN name } RETURN name", PROCEDURE),
    Attempt("a function that runs text", "RETURN apoc.cypher.runFirstColumnSingle('CREATE ()', {}) AS x", FUNCTION),
    Attempt("a function in quotes", "RETURN `apoc`.`util`.`sleep`(1) AS x", FUNCTION),
    # Other languages and prefixes
    Attempt("SQL that reads", "SELECT FROM Person", BEGINS),
    Attempt("SQL that inserts", "INSERT INTO Person SET id = 'new'", CHANGE),
    Attempt("SQL that saves", "BACKUP DATABASE", BEGINS),
    Attempt("SQL that imports", "IMPORT DATABASE file:///etc/passwd", BEGINS),
    Attempt("a script", "{cypher} RETURN 1", BEGINS),
    Attempt("Gremlin", "g.V().drop()", BEGINS),
    Attempt("a plan", "EXPLAIN CREATE (:Person {id: 'new'})", BEGINS),
    Attempt("a profile", "PROFILE MATCH (p:Person) SET p.name = 'x'", BEGINS),
    Attempt("a version", "CYPHER runtime=slotted CREATE (:Person {id: 'new'})", BEGINS),
    Attempt("a second query", "RETURN 1 AS x; CREATE (:Person {id: 'new'})", SECOND),
    Attempt("only a comment", "// CREATE (:Person)", "empty"),
)

# No attempt on anything: what no store can answer in a table. Each is refused with a sentence too.
UNANSWERABLE = (
    "MATCH (p:Person) RETURN p",
    "MATCH (:Person)-[r]->() RETURN r",
    "MATCH p = (:Person)-[]->() RETURN p",
    "MATCH (p:Person) RETURN collect(p) AS all",
    "MATCH (p:Person) RETURN {a: [p]} AS map",
    "MATCH (p:Person RETURN p.id",
    "RETURN nothing",
    "RETURN $missing AS x",
    "RETURN 1 / 0 AS x",
    "",
    "RETURN 1 AS x //" + "x" * 20_000,
)
