"""Whom and what the tests ask about, found in the graph itself: no test of real reports names a person."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_ASKING = """async ([path, body]) => {
  const options = body === null ? {} : { method: "POST", body: JSON.stringify(body),
    headers: { "content-type": "application/json" } };
  const answer = await fetch(`/api/${path}`, options);
  if (!answer.ok) throw new Error(await answer.text());
  return await answer.json(); }"""


@dataclass(frozen=True)
class Named:
    """A thing, and what it is called."""

    id: str
    name: str


def ask(page: Page, path: str, body: object = None) -> Any:
    """What the API answers a page."""
    return page.evaluate(_ASKING, [path, body])


def rows(page: Page, text: str) -> list[list[Any]]:
    """The rows of a typed query."""
    found: list[list[Any]] = ask(page, "cypher", {"text": text, "parameters": {}})["rows"]
    return found


def most_targeted(page: Page) -> Named:
    """Who was targeted on most days."""
    return _first(page, "MATCH (n:Person) RETURN n.id AS id, n.name AS name ORDER BY n.days_targeted DESC, id LIMIT 1")


def fullest_facility(page: Page) -> Named:
    """The facility in which most people were held, and where words say so."""
    return _first(
        page,
        "MATCH (n:Facility)<-[:AT]-(s:Stay)<-[:IN_CUSTODY]-(p:Person) WHERE n.name <> '' "
        "RETURN n.id AS id, n.name AS name, count(DISTINCT p) AS people ORDER BY people DESC, id LIMIT 1",
    )


def busiest_place(page: Page) -> Named:
    """The place of most entries: more than one step of expanding brings."""
    return _first(
        page,
        "MATCH (n:Place)<-[:LOCATED_IN]-(e:Entry) "
        "RETURN n.id AS id, n.name AS name, count(e) AS entries ORDER BY entries DESC, id LIMIT 1",
    )


def tried_together(page: Page) -> tuple[Named, Named]:
    """Two who were in one hearing."""
    answer = ask(page, "queries/tried_together/answer")
    columns = [column["name"] for column in answer["columns"]]
    row = dict(zip(columns, answer["rows"][0], strict=True))
    return Named(row["first"], row["first_name"]), Named(row["second"], row["second_name"])


def _first(page: Page, text: str) -> Named:
    id, name, *_ = rows(page, text)[0]
    return Named(id, name)
