"""The page of any thing of the graph."""

from ingest.errors import KgError
from kg.stores import Store
from queries.pages.bodies import read_body, read_place
from queries.pages.documents import read_report, read_source
from queries.pages.entries import read_entry
from queries.pages.law import read_campaign, read_case, read_provision
from queries.pages.people import read_person
from queries.pages.rows import with_quotes
from queries.pages.single_facts import read_fact
from queries.pages.values import Page

_READERS = {
    "Place": read_place,
    "Provision": read_provision,
    "Case": read_case,
    "Campaign": read_campaign,
    "Source": read_source,
    "Report": read_report,
    "Entry": read_entry,
}
_OF_A_LABEL = {"Organisation": read_body, "Court": read_body, "Facility": read_body} | dict.fromkeys(
    ("Event", "Charge", "Sanction", "Stay"), read_fact
)


def read_page(store: Store, label: str, id: str, quotes: int, most: int | None = None) -> Page:
    """The page of the thing with a label and a key, with at most so many quotes for each line.

    Of a person only so many charges, sanctions and acts are read where ``most`` says so; each section says how many are
    left out. Raises ``KgError`` for a label that the graph does not have.
    """
    if label == "Person":
        page = read_person(store, id, most)
    elif label in _READERS:
        page = _READERS[label](store, id)
    elif label in _OF_A_LABEL:
        page = _OF_A_LABEL[label](store, label, id)
    else:
        raise KgError(f"The graph has no {label}.")
    return with_quotes(page, store, quotes)
