"""Persons: names in every order and form that real months have, on invented people of Kazakhstan's grammar of names."""

from dataclasses import replace

import pytest

from ingest.analysis.document import analyse
from ingest.extract.persons.names import learn_names
from ingest.extract.persons.persons import find_persons
from ingest.extract.places.header_places import find_places
from ingest.facts import Entry, Person
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

KAZAKHSTAN = load_jurisdiction("kazakhstan")


def read(text: str, *rest_of_report: str, body: int = 0) -> tuple[Person, ...]:
    entry = Entry(1, text, 1, "2031-03-03", body=body)
    others = [Entry(2 + i, other, 1) for i, other in enumerate(rest_of_report)]
    names = learn_names([entry, *others], KAZAKHSTAN)
    return find_persons(analyse(entry, KAZAKHSTAN), (), names, KAZAKHSTAN)


def names(text: str, *rest_of_report: str) -> list[tuple[str | None, str | None]]:
    return [(p.surname, p.given) for p in read(text, *rest_of_report)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("Dosmanov Yerlanbek was detained.", [("Dosmanov", "Yerlanbek")]),
        ("the activist Yerlanbek Dosmanov was detained.", [("Dosmanov", "Yerlanbek")]),
        ("police detained S. Torgayeva at home.", [("Torgayeva", "S.")]),
        ("police detained Torgayeva S. at home.", [("Torgayeva", "S.")]),
        ("police detained Torgayeva Zh. at home.", [("Torgayeva", "Zh.")]),
        ("police detained Torgayeva A. H. at home.", [("Torgayeva", "A. H.")]),
        ("police detained Torgayev S.K. at home.", [("Torgayev", "S.K.")]),
        ("after the registration of K.Torgayev as a candidate", [("Torgayev", "K.")]),
        ("police detained Torgayev Zh, who was at home.", [("Torgayev", "Zh.")]),
        ("Dosmanov Timur Serikovich stated that", [("Dosmanov", "Timur Serikovich")]),
        ("Timur Serikovich Dosmanov stated that", [("Dosmanov", "Timur Serikovich")]),
        ("Said-Omar S. was refused a rally.", [("Said-Omar", "S.")]),
        ("Dosmanov-Timur filed a complaint.", [("Dosmanov", "Timur")]),
        ("then DosmanovTimur was arrested.", [("Dosmanov", "Timur")]),
        ("then TimurDosmanov was arrested.", [("Dosmanov", "Timur")]),
        # A woman's given name is hers; a man's surname beside it makes the ending a slip.
        ("police detained Bekova Amira at home.", [("Bekova", "Amira")]),
        ("police detained Ospanova Ramila at home.", [("Ospanova", "Ramila")]),
        ("a picket for Dosmanov Timura was held.", [("Dosmanov", "Timur")]),
        ("Dosmanov Timur (Seitov), a teacher, was detained.", [("Dosmanov", "Timur")]),
        ("a letter in the name of Dinara Torgayeva came", [("Torgayeva", "Dinara")]),
        ("the court fined Baptist Dosmanov Timur 50 Monthly Financial Indicators", [("Dosmanov", "Timur")]),
        ("Dosmanov bTimur was arrested.", [("Dosmanov", "Timur")]),
        ("Dosmanov Timur and Torgayeva Dinara were fined.", [("Dosmanov", "Timur"), ("Torgayeva", "Dinara")]),
        (
            "pensioners Dosmanov Viktor and Valentina held a picket.",
            [("Dosmanov", "Viktor"), ("Dosmanov", "Valentina")],
        ),
        ("Torgayev K., Dosmanov Z. and Seitova R. asked", [("Torgayev", "K."), ("Dosmanov", "Z."), ("Seitova", "R.")]),
        ("activists from Astana Torgayev N., Seitova A. came", [("Torgayev", "N."), ("Seitova", "A.")]),
        ("the akim of Zhanaozen Torgayev Timur denies it", [("Torgayev", "Timur")]),
        (
            "Senators Bob Harlan, Ben Colby and Dick Orwell urged",
            [("Harlan", "Bob"), ("Colby", "Ben"), ("Orwell", "Dick")],
        ),
        # Surnames without an ending: the list of given names tells, in any romanisation; else the surname is first.
        ("On the way Tabyldy Erlan was stopped.", [("Tabyldy", "Erlan")]),
        ("On the way Yerlan Tabyldy was stopped.", [("Tabyldy", "Yerlan")]),
        ("On the way Tabyldy Janar was stopped.", [("Tabyldy", "Janar")]),
        ("On the way Serik Talant was stopped.", [("Serik", "Talant")]),
        ("through her lawyer Zeynep Karaoglan she asked", [("Karaoglan", "Zeynep")]),
        # A given name alone in quotation marks or beside another word with a capital is nobody.
        ("the newspaper “Aigerim” was closed", []),
        ("the newspaper “Aigerim Zhagasy” was closed", []),
        # A trade or a country before a name is no part of it.
        ("Ecologist Dosmanov Timur died.", [("Dosmanov", "Timur")]),
        ("Ambassador of Norway K. Solberg came.", [("Solberg", "K.")]),
        ("an activist named Ulmek was beaten", [(None, "Ulmek")]),
        ("They chanted: “Freedom to Timur!”", [(None, "Timur")]),
        ("the activists Torgayev and Seitova were refused", [("Torgayev", None), ("Seitova", None)]),
    ],
)
def test_a_name_is_found_and_sorted_into_its_fields(text: str, found: list[tuple[str | None, str | None]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Criminal Code of Kazakhstan was amended.",
        "The activists gathered on Republic Square and on Dulatov Street.",
        "in connection with the January events in Almaty and Astana",
        "According to the Istanbul Protocol, cases are investigated.",
        "The Torgayev family has vanished.",
        "a picket in the square named after Timur Dosmanov",
        "They rallied near the Dosmanov monument against Russia.",
        "Unfortunately, Great Britain and the United States did not answer.",
    ],
)
def test_what_is_no_person_is_not_found(text: str) -> None:
    assert names(text) == []


def test_a_later_surname_is_a_further_mention_of_the_same_person() -> None:
    text = "Dosmanov Timur was detained. Dosmanov’s phone was taken, Timur said."
    (person,) = read(text)
    assert [text[s.start : s.end] for s in person.evidence.spans] == ["Dosmanov Timur", "Dosmanov", "Timur"]


def test_spans_hold_the_name_as_printed_and_fields_the_mended_one() -> None:
    text = "Dosmanov bTimur was beaten."
    (person,) = read(text)
    span = person.evidence.spans[0]
    assert (text[span.start : span.end], person.name) == ("Dosmanov bTimur", "Dosmanov Timur")


def test_the_rest_of_the_report_settles_the_order() -> None:
    doubtful = "the activist Ormat Kulbar was detained."
    assert names(doubtful, "Kulbar D. was fined.", "then Kulbar D. appealed.") == [("Kulbar", "Ormat")]
    assert names(doubtful, "Ormat D. was fined.", "then Ormat D. appealed.") == [("Ormat", "Kulbar")]


def test_a_case_ending_is_mended_where_the_report_has_the_name_without_it() -> None:
    assert names("Dulmayu Timur was charged.", "Dulmay Timur spoke.", "Dulmay Timur left.") == [("Dulmay", "Timur")]
    assert names("Torgayeva Dina was charged.", "Torgayev Timur spoke.") == [("Torgayeva", "Dina")]


def test_names_inside_places_and_bodies_are_left_out() -> None:
    entry = Entry(1, "March 3, Almaty, Dosmanov Timur was fined.", 1, "2031-03-03", body=17)
    entry = replace(entry, body=entry.text.index("Dosmanov"))
    document = analyse(entry, KAZAKHSTAN)
    taken = [s for p in find_places(document, KAZAKHSTAN) for s in p.evidence.spans]
    found = find_persons(document, taken, learn_names([document.entry], KAZAKHSTAN), KAZAKHSTAN)
    assert [p.name for p in found] == ["Dosmanov Timur"]


@pytest.mark.parametrize(
    "text, role, office",
    [
        ("Judge Dinara Torgayeva delivered a judgement.", "official", "judge"),
        ("— said Deputy Prosecutor General Torgayev Asan", "official", "prosecutor"),
        ("Torgayev Asan, the President of the Council, urged", "official", "government"),
        ("the lawsuit filed by Akim Asan Torgayev against the newspaper", "official", "local_head"),
        ("a call from Torgayev, the district police officer", "official", "police"),
        ("Senator Torgayev V. reported that", "official", "legislator"),
        ("Torgayev A., a former deputy, was arrested", "target", None),
        ("Torgayev A., Deputy Director of the centre, says", "speaker", None),
        ("“It was illegal”, — said his lawyer Torgayev Asan", "lawyer", None),
        ("relatives of Torgayev Asan came to the court", "target", None),
        ("Torgayev Asan, his lawyer, spoke", "lawyer", None),
        ("Torgayev Asan, Dosmanov Timur and Seitova Inna, who spoke, were held", "target", None),
        ("Torgayev Asan, his lawyer Seitova Inna and others were held", "target", None),
        ("wife of Torgayev Asan, Torgayeva Dina, and his lawyer Seitova Inna were held", "target", None),
        ("Torgayev Asan and Seitova Inna, a lawyer from Taraz, were held", "target", None),
        ("the lawyer of Torgayev Asan, Seitova Inna, was held", "target", None),
        ("reports human rights defender Torgayeva Dina", "speaker", None),
        ("Torgayev Asan was detained by police officers", "target", None),
        ("Russian President Torgin Ivan arrived", "official", "foreign"),
    ],
)
def test_titles_tell_role_and_office(text: str, role: str, office: str | None) -> None:
    person = read(text)[0]
    assert (person.role, person.office) == (role, office)


def test_descriptions_are_kept_in_the_text_s_words() -> None:
    text = "the journalist Torgayev Asan, a disabled person of group 3, and 17-year-old Dosmanov Timur"
    first, second = read(text)
    assert [words for words, _ in first.occupations] == ["journalist", "disabled person of group 3"]
    assert [words for words, _ in second.occupations] == ["17-year-old"]
    assert all(text[s.start : s.end] == words for words, s in (*first.occupations, *second.occupations))


@pytest.mark.parametrize("unit", ["Dosmanov T. ", "A. ", "Aa-", "Mr. ", "“Dosmanov "])
def test_the_cost_is_linear(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert isinstance(read(text), tuple)


def test_the_order_of_a_report_decides_where_both_words_are_given_names() -> None:
    assert names("She is refused, and was, as was to be feared, Serik Talant.", "the activist Timur Dosmanov said") == [
        ("Talant", "Serik")
    ]


@pytest.mark.parametrize("word", ["A" * 70, "Or" * 40, "b" + "Or" * 40])
def test_a_word_longer_than_any_name_is_no_name(word: str) -> None:
    report = read_report(
        f"March 3, Pessarin, police detained Ilkuvel {word}.", load_jurisdiction("velmoria"), "2031-03"
    )
    named = [person.name for entry in report.entries for person in entry.persons]
    assert report.entries and not [name for name in named if len(name) > 60]
