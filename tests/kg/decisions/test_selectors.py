"""A decision's words lead to the same mention whatever is inserted, renumbered or mended around them."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.decisions.selectors import Selector, locate, make_selector, read_selector, write_selector
from kg.entries.active import ActiveEntry, ActiveReport, collect_entries
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention
from kg.workspace import Workspace
from tests.conftest import SHARED
from tests.kg.scenes import act, body, charge, entry, person, report

FIRST = "March 3, Astana, Orvane Ilka, a teacher, was detained near the tram depot and held for three hours[1]."
SECOND = "March 9, Astana, the city court fined I. Orvane under Article 61 for whistling at the regatta[2]."
THIRD = "March 11, Almaty, Orvane Ilka came to the hearing with a portrait of the singer[3]."
NEW = "March 2, Almaty, a bridge was closed for repair[1]."


def first(text: str = FIRST, number: int = 1) -> object:
    return entry(
        number,
        "2031-03-03",
        text,
        persons=(person(text, "Orvane Ilka"),),
        acts=(act(text, "detention", "detained", "p0"),),
    )


def second(text: str = SECOND, number: int = 2) -> object:
    name = person(text, "I. Orvane")
    court = body(text, "court", "city court", "first_instance", generic=True)
    return entry(number, "2031-03-09", text, persons=(name,), bodies=(court,), charges=(charge(text, 0, "CAO", "61"),))


def third(text: str = THIRD, number: int = 3) -> object:
    return entry(number, "2031-03-11", text, persons=(person(text, "Orvane Ilka"),))


def active(*entries: object, period: str = "2031-03", series: str = "") -> list[ActiveEntry]:
    return collect_entries([report(*entries, period=period, series=series)])  # type: ignore[arg-type]


def mention(mentions: MentionIndex, label: str, entry: str) -> str:
    return next(q.id for q in mentions.by_id.values() if (q.label, q.entry.id) == (label, entry))


def selector_of(mentions: MentionIndex, id: str) -> Selector:
    return make_selector(mentions.by_id[id], mentions)


BEFORE = MentionIndex(active(first(), second(), third()))


PLAIN = hashlib.sha256(SECOND.replace("[2]", "").encode()).hexdigest()[:16]


def renumbered(text: str) -> str:
    return text.replace("[3]", "[4]").replace("[2]", "[3]").replace("[1]", "[2]")


WRITTEN = {
    "kind": "Person",
    "series": "",
    "period": "2031-03",
    "text": BEFORE.entries[1].fingerprint,
    "plain": PLAIN,
    "exact": "I. Orvane",
    "prefix": "March 9, Astana, the city court fined ",
    "suffix": " under Article 61 for whistling at the r",
    "unique": "prefix suffix",
    "what": "I. Orvane",
}


def test_a_selector_holds_words_and_no_number_or_position() -> None:
    selector = selector_of(BEFORE, mention(BEFORE, "Person", "2031-03/2"))
    assert write_selector(selector) == WRITTEN and read_selector(WRITTEN) == selector


def test_a_selector_of_an_earlier_journal_leads_to_the_same_mention() -> None:
    """Journals had keys of the project's own before the W3C's terms were taken."""
    earlier = {"exact": "words", "prefix": "before", "suffix": "after", "unique": "telling"}
    written = {earlier.get(key, key): value for key, value in WRITTEN.items()} | {"telling": "before after"}
    assert written["words"] == "I. Orvane" and read_selector(written) == read_selector(WRITTEN)
    assert locate(read_selector(written), BEFORE).mention == mention(BEFORE, "Person", "2031-03/2")


@pytest.mark.parametrize(("label", "entry_id"), [(q.label, q.entry.id) for q in BEFORE.by_id.values()])
def test_every_mention_is_found_again(label: str, entry_id: str) -> None:
    id = mention(BEFORE, label, entry_id)
    assert locate(selector_of(BEFORE, id), BEFORE).mention == id


@pytest.mark.parametrize(
    "after",
    [
        [first(), second(), third()],
        [entry(1, "2031-03-02", NEW), first(renumbered(FIRST), 2), second(renumbered(SECOND), 3), third(THIRD, 4)],
        [second(SECOND.replace("  ", " ").replace("Astana, the", "Astana,\n the"), 1), first(FIRST, 2)],
        [second(SECOND.replace("March 9", "On the 9th of March"), 1), first(FIRST, 2)],
        [second(SECOND.replace("whistling at the regatta", "singing"), 1), first(FIRST, 2)],
    ],
    ids=["as it was", "inserted above", "other blanks", "mended before", "mended after"],
)
def test_words_are_found_where_the_report_was_corrected(after: list[object]) -> None:
    now = MentionIndex(active(*after))
    found = locate(selector_of(BEFORE, mention(BEFORE, "Person", "2031-03/2")), now).mention
    assert found is not None and now.by_id[found].description == "I. Orvane"


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (active(first(), third()), "no longer"),
        (active(first(), second(), period="2031-04"), "no report 2031-03"),
        (active(first(), second(), series="bureau"), "no report 2031-03"),
        (
            active(
                first(),
                second(SECOND[:-1] + "!"),
                entry(3, "2031-03-10", SECOND[:-1] + "?", persons=(person(SECOND, "I. Orvane"),)),
            ),
            "2 things",
        ),
        (active(first(), entry(2, "2031-03-09", SECOND)), "no Person is read"),
        ([], "no report"),
    ],
    ids=["gone", "another period", "another series", "twice", "not read any more", "nothing"],
)
def test_words_that_lead_to_none_or_to_several_are_lost_and_not_guessed(after: list[ActiveEntry], reason: str) -> None:
    found = locate(selector_of(BEFORE, mention(BEFORE, "Person", "2031-03/2")), MentionIndex(after))
    assert found.mention is None and reason in found.reason


def test_the_name_alone_is_no_hit() -> None:
    other = "March 20, Almaty, a meeting was opened; I. Orvane spoke to the miners."
    now = MentionIndex(active(entry(1, "2031-03-20", other, persons=(person(other, "I. Orvane"),))))
    assert locate(selector_of(BEFORE, mention(BEFORE, "Person", "2031-03/2")), now).mention is None


@pytest.mark.parametrize("name", ["Ж" * 500, "محمد الأمين", "გიორგი მაისაია"])
def test_names_of_any_length_and_script(name: str) -> None:
    text = f"March 3, Astana, {name} was detained near the depot."
    mentions = MentionIndex(active(entry(1, "2031-03-03", text, persons=(person(text, name),))))
    id = mention(mentions, "Person", "2031-03/1")
    assert locate(selector_of(mentions, id), mentions).mention == id and mentions.by_id[id].words == name


def test_two_entries_of_the_very_same_text_are_told_apart() -> None:
    mentions = MentionIndex(active(first(FIRST, 1), first(FIRST, 2)))
    people = [q.id for q in mentions.by_id.values() if q.label == "Person"]
    assert [locate(selector_of(mentions, id), mentions).mention for id in people] == people and len(set(people)) == 2


def test_context_grows_until_it_tells_the_place() -> None:
    texts = [
        f"March {day}, Astana, the akimat of the city refused {who} to hold a rally on May 1."
        for day, who in [(4, "Orvane Ilka"), (5, "Tamsel Brio"), (5, "Kestin Ura")]
    ]
    entries = [
        entry(
            i,
            "2031-03-05",
            text,
            "Astana",
            persons=(person(text, text.split("refused ")[1].split(" to")[0]),),
            acts=(act(text, "assembly_refusal", "refused", "p0", next="2031-05-01"),),
        )
        for i, text in enumerate(texts, 1)
    ]
    mentions = MentionIndex(active(*entries))
    assert len(mentions.by_id) == 3 * 5
    inserted = [
        entry(i + 1, "2031-03-05", e.entry.text + "[7]", "Astana", persons=e.persons, acts=e.acts)
        for i, e in enumerate(entries, 1)
    ]
    now = MentionIndex(active(*inserted))
    for id, quoted in mentions.by_id.items():
        found = locate(selector_of(mentions, id), now).mention
        assert found is not None and now.by_id[found].entry.facts.entry.number == quoted.entry.facts.entry.number + 1


def test_two_acts_told_by_one_word_are_told_apart() -> None:
    text = "March 5, Astana, the akimat refused Orvane Ilka to hold rallies on May 1 and May 2."
    acts = tuple(act(text, "assembly_refusal", "refused", "p0", next=day) for day in ("2031-05-01", "2031-05-02"))
    mentions = MentionIndex(active(entry(1, "2031-03-05", text, persons=(person(text, "Orvane Ilka"),), acts=acts)))
    events = [q.id for q in mentions.by_id.values() if q.label == "Event"]
    assert len(events) == 2 and [locate(selector_of(mentions, id), mentions).mention for id in events] == events


@pytest.mark.parametrize(("read", "found"), [("teacher Orvane Ilka", True), ("Ilka", True), ("tram depot", False)])
def test_other_rules_may_read_the_name_wider_or_narrower(read: str, found: bool) -> None:
    text = FIRST.replace("Orvane Ilka, a teacher,", "teacher Orvane Ilka")
    before = MentionIndex(active(entry(1, "2031-03-03", text, persons=(person(text, "Orvane Ilka"),))))
    [id] = (q.id for q in before.by_id.values() if q.label == "Person")
    now = MentionIndex(active(entry(1, "2031-03-03", text, persons=(person(text, read),))))
    where = locate(selector_of(before, id), now)
    assert (where.mention is not None) == found and (found or "no Person is read" in where.reason)


@pytest.mark.shared
def test_selectors_of_the_real_months_outlive_renumbered_footnotes_and_none_is_misled(
    real_workspace: Path,
) -> None:
    workspace = Workspace.open(real_workspace)
    before = MentionIndex(collect_entries(workspace.in_force()))
    selectors = {id: selector_of(before, id) for id in before.by_id}
    assert sum(locate(selector, before).mention != id for id, selector in selectors.items()) == 0
    for change, least in ((renumber, 1.0), (drop_a_word, 0.8)):
        now = MentionIndex(
            collect_entries([reread(path, change) for path in sorted((SHARED / "corpus").glob("*.txt"))])
        )
        found = [(id, now.by_id[hit]) for id, selector in selectors.items() if (hit := locate(selector, now).mention)]
        # Numbers alone are compared: a failure must not print a report's words.
        share = len(found) / len(selectors)
        elsewhere = sum(number(quoted) != number(before.by_id[id]) for id, quoted in found)
        assert elsewhere == 0
        assert share >= least


def number(quoted: Mention) -> tuple[str, int]:
    return quoted.entry.report, quoted.entry.facts.entry.number


def reread(path: Path, change: Callable[[str], str]) -> ActiveReport:
    text = change(read_file(path).text)
    return ActiveReport("", "0" * 64, read_report(text, load_jurisdiction("kazakhstan"), None, path.name, None))


def renumber(text: str) -> str:
    return re.sub(r"\[(\d+)\]", lambda mark: f"[{int(mark[1]) + 1}]", text)


def drop_a_word(text: str) -> str:
    """Without one word of every paragraph, not always the same one."""
    lines = [line.split(" ") for line in text.split("\n")]
    for words in lines:
        if len(words) > 15:
            del words[4 + len(words[-2]) % (len(words) - 4)]
    return "\n".join(" ".join(words) for words in lines)
