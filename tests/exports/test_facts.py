"""Facts in the guide's shape: every field there, names as in `persons`, nothing if there is nothing."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from exports.facts import facts_rows, write_facts
from ingest.facts import Act, Charge, Entry, EntryFacts, Footnote, Party, Reference, ReportFacts, Sanction, Span
from kg.rows.build import build
from tests.kg.rows.test_build import COUNTRY, MONTH
from tests.kg.scenes import person, words

FIELDS = (
    "id footnotes sources date places persons charges sanctions courts facilities organisations acts events relations"
    " threads"
)


ANNA = (Party("person", 0),)


def rows(spans: bool = False) -> list[dict[str, Any]]:
    built = build([MONTH], COUNTRY)
    return list(facts_rows([(MONTH.id, MONTH.facts)], built.persons, built.threads, spans))


def test_every_field_is_there_in_the_guide_s_order() -> None:
    assert all(list(row) == FIELDS.split() for row in rows())


def test_an_entry_reads_as_the_guide_says() -> None:
    first = rows()[0]
    (person,) = first["persons"]
    assert (person["surname"], person["given"], person["role"]) == ("Orvin", "Tasel", "target")
    assert person["id"].startswith("person-")
    assert "office" not in person
    assert first["sources"] == ["https://news.example/1"]
    assert first["sanctions"] == [
        {
            "person": "Orvin Tasel",
            "kind": "administrative_arrest",
            "duration": "P10D",
            "amount": None,
            "status": "imposed",
        }
    ]
    assert first["acts"][0]["by"] == ["city court"]
    assert first["events"] == ["sentence"]
    assert first["threads"][0].startswith("proceeding:case-")


def test_names_in_facts_are_spelled_as_in_persons() -> None:
    for row in rows():
        names = {" ".join(filter(None, (p["surname"], p["given"]))) for p in row["persons"]}
        bodies = {*row["courts"], *row["facilities"], *row["organisations"]}
        for act in row["acts"]:
            assert {*act["to"], *act["by"]} <= names | bodies
        assert {c["person"] for c in row["charges"]} <= names | {None}
        assert {end for r in row["relations"] for end in (r["from"], r["to"])} <= names


def test_details_stand_only_where_there_are_some() -> None:
    refused = rows()[4]["acts"][0]
    assert refused == {
        "type": "assembly_refusal",
        "to": ["Nadir Quell"],
        "by": ["city akimat"],
        "at": None,
        "next": "2031-03-20",
        "reason": "repair works",
    }


def test_spans_are_the_words_of_each_fact() -> None:
    for row, facts in zip(rows(spans=True), MONTH.facts.entries, strict=True):
        for named in row["persons"]:
            mentions = {facts.entry.text[start:end] for start, end in named["spans"]}
            assert " ".join(filter(None, (named["surname"], named["given"]))) in mentions
        for name in ("places", "courts", "facilities", "organisations"):
            for word, spans in zip(row[name], row["spans"][name], strict=True):
                assert word in {facts.entry.text[start:end] for start, end in spans}
        for number, ((start, end),) in zip(row["footnotes"], row["spans"]["footnotes"], strict=True):
            assert facts.entry.text[start:end] == f"[{number}]"
        for name in ("charges", "sanctions", "acts", "relations"):
            assert all(facts.entry.text[start:end] for fact in row[name] for start, end in fact["spans"])


def test_the_date_s_characters_are_those_of_the_header() -> None:
    text = "March 3, nothing more"
    entry_facts = EntryFacts(Entry(1, text, 1, "2031-03-03", Span(0, 7)))
    report = ReportFacts(replace(MONTH.facts.report, entries=(entry_facts.entry,)), (entry_facts,))
    (row,) = facts_rows([("2031-03", report)], {}, {}, spans=True)
    assert row["spans"]["date"] == [[0, 7]]
    assert row["threads"] == []


def test_the_first_address_of_a_footnote_counts_and_one_without_is_left_out() -> None:
    notes = tuple(Footnote(number, Span(0, 1)) for number in ("2", "1", "3"))
    entry_facts = EntryFacts(Entry(1, "text", 1, footnotes=notes))
    references = tuple(Reference(n, f"https://news.example/{i}", i) for i, n in enumerate(("1", "2", "1")))
    report = ReportFacts(
        replace(MONTH.facts.report, entries=(entry_facts.entry,), references=references), (entry_facts,)
    )
    (row,) = facts_rows([("2031-03", report)], {}, {}, spans=False)
    assert row["footnotes"] == ["2", "1", "3"]
    assert row["sources"] == ["https://news.example/1", "https://news.example/0"]


def test_details_are_written_as_the_guide_writes_them() -> None:
    text = 'Anna Vell, 172500 tenge, taken for\n  shouting «вон» & "away"'
    reason = Span(text.index("shouting"), len(text))
    entry_facts = EntryFacts(
        Entry(1, text, 1),
        persons=(person(text, "Anna Vell"),),
        charges=(Charge(None, None, "434", words(text, "172500")),),
        sanctions=(Sanction(ANNA, "fine", words(text, "172500 tenge"), amount=172500.0, index_units=2.5),),
        acts=(Act("detention", words(text, "taken"), (Party("person", 0),), hours=3.0, count=4, reason=reason),),
    )
    report = ReportFacts(replace(MONTH.facts.report, entries=(entry_facts.entry,)), (entry_facts,))
    (row,) = facts_rows([("2031-03", report)], {("2031-03/1", 0): "person-1"}, {}, spans=False)
    assert row["charges"] == [{"person": None, "code": None, "article": "434", "part": None, "paragraph": None}]
    assert json.dumps([row["sanctions"][0]["amount"], row["sanctions"][0]["mci"]]) == "[172500, 2.5]"
    act = row["acts"][0]
    assert (json.dumps(act["hours"]), act["count"], act["reason"]) == ("3", 4, 'shouting «вон» & "away"')


def test_campaigns_are_threads() -> None:
    threads = [row["threads"] for row in rows()]
    assert threads[4] == threads[5] and threads[4][-1].startswith("campaign:")


def test_the_file_is_one_object_a_line(tmp_path: Path) -> None:
    write_facts(rows(), tmp_path / "facts.jsonl")
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows()]


def test_an_office_is_written_as_the_guide_names_it() -> None:
    text = "Anna Vell, who runs the district, said so."
    entry_facts = EntryFacts(
        Entry(1, text, 1), persons=(replace(person(text, "Anna Vell"), role="official", office="local_head"),)
    )
    report = ReportFacts(replace(MONTH.facts.report, entries=(entry_facts.entry,)), (entry_facts,))
    (row,) = facts_rows([("2031-03", report)], {("2031-03/1", 0): "person-1"}, {}, spans=False)
    assert row["persons"][0]["office"] == "akim"
