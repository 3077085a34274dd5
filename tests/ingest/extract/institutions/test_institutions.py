"""Courts, facilities and organisations, in invented sentences."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.institutions import find_bodies
from ingest.facts import Body, Entry, Evidence, Place, Span
from ingest.jurisdictions.packs import load_jurisdiction
from tests.processor_limit import processor_limit

KAZAKHSTAN = load_jurisdiction("kazakhstan")


def bodies(text: str, body: int = 0, places: tuple[Place, ...] = ()) -> tuple[Body, ...]:
    return find_bodies(analyse(Entry(1, text, 1, body=body), KAZAKHSTAN), places, KAZAKHSTAN)


def names(text: str, kind: str) -> list[str]:
    return [b.name for b in bodies(text) if b.kind == kind]


COURTS = [
    ("The Kazybek bi district court heard it.", ["Kazybek bi district court"]),
    ("a fine by the specialized court on administrative offenses", ["specialized court on administrative offenses"]),
    ("May 3, Taraz, the court heard him and dismissed the motion", []),
    ("in the court of first instance", []),
    ("the Baytal district court is hearing a suit", ["Baytal district court"]),
    ("the military court of the Taraz garrison", ["military court of the Taraz garrison"]),
    ("City Court No. 2 delivered a verdict", ["City Court No. 2"]),
    ("read out in the court № 3; the defendant", ["court № 3"]),
    ("the specialized inter-district administrative court", ["specialized inter-district administrative court"]),
    ("in Taraz Criminal Court the questioning ended", ["Taraz Criminal Court"]),
    ("the criminal court of the city began", ["criminal court of the city"]),
    ("the court of appeal left the term unchanged", ["court of appeal"]),
    ("brought a suit before the court against the Akimat of Taraz", []),
    ("the decision of the city court against Petrov A.", ["city court"]),
    ("sued at the Supreme Court of Kazakhstan; the Supreme Court refused", ["Supreme Court of Kazakhstan"]),
    ("bringing them to the Hague Tribunal", ["Hague Tribunal"]),
    ("the European Court of Human Rights ruled", ["European Court of Human Rights"]),
    ("of the Saryarka District Court No. 2 of Astana, Petrova A.", ["Saryarka District Court No. 2 of Astana"]),
    ("The examining court ordered custody", ["examining court"]),
]

FACILITIES = [
    ("facility LA-155/99, Petrov Ivan", ["LA-155/99"]),
    ("held in the EC-166/9 facility", ["EC-166/9"]),
    ("taken to ЛА-155/99 and SIZO-7", ["ЛА-155/99", "SIZO-7"]),
    (
        "Facility No. 71, Institution No. 64 and colony No. 10",
        ["Facility No. 71", "Institution No. 64", "colony No. 10"],
    ),
    ("to the Baytal police station", ["Baytal police station"]),
    ("in the 12th police department of Baytal district", ["12th police department of Baytal district"]),
    ("to the Western police department in Taraz for a report", ["Western police department in Taraz"]),
    ("taken to the Taraz City Police Department, allegedly", ["Taraz City Police Department"]),
    ("to the Taraz pre-trial detention facility", ["Taraz pre-trial detention facility"]),
    ("beaten in the building of the Department of Police", ["Department of Police"]),
    ("in the medical unit of Institution 155/99", ["Institution 155/99"]),
    ("kept in the police department for 13 hours", []),
    ("held by the Baytal district police overnight in the Baytal district police", ["Baytal district police"]),
    ("spent the night at the Baytal police station", ["Baytal police station"]),
    ("delivered to the Baytal police station", ["Baytal police station"]),
    ("the deputy head of the Baytal police department", []),
    ("by phone she was called to the Baytal police station", []),
    ("the check is carried out by the Baytal police department", []),
    ("Baytal district police officers came", []),
    ("both were taken to the Department of Internal Affairs", ["Department of Internal Affairs"]),
    ("his lawsuit against the Baytal police department", []),
    ("held in the Baytal removal center", ["Baytal removal center"]),
    ("released from the detention facility", []),
    ("moved to a «maximum security institution»", []),
]

ORGANISATIONS = [
    ("the founder of the newspaper ZARYA Dana Belginova was held", ["ZARYA"]),
    ("the head of the foundation BLUE DAWN Belginova Dana", ["BLUE DAWN"]),
    ("the editor of the newspaper Blue Tower Dana Belginova was held", ["Blue Tower"]),
    ("the newspaper Belginova edits was fined", []),
    ("the leader of the movement Dana Belginova was held", []),
    ("the newspaper BELGINOVA Dana edits", []),
    ("his lawsuit against the Baytal police department", ["Baytal police department"]),
    ("summoned to the Baytal police department", ["Baytal police department"]),
    ("former operatives of the Baytal police department", ["Baytal police department"]),
    ("the Baytal police department denies it", ["Baytal police department"]),
    ("taken to the Baytal police department", []),
    ("the press service of the regional police department reports", ["regional police department"]),
    ("Head of the Centre for Legal Reforms A. Dosmanova thinks", ["Centre for Legal Reforms"]),
    (
        "summoned to the education department and the city land department",
        ["education department", "city land department"],
    ),
    ("the akimat refused; near the city akimat", ["akimat", "city akimat"]),
    ("a notice to the Akimat of Taraz", ["Akimat of Taraz"]),
    ("from Abenov A. and Imanova B akimat did not", ["akimat"]),
    ("the Prosecutor General’s Office issued a warning", ["Prosecutor General’s Office"]),
    ("outside the city prosecutor's office", ["city prosecutor's office"]),
    ("the Ministry of Justice of Kazakhstan; the Ministry again", ["Ministry of Justice of Kazakhstan"]),
    ("the Ministry of Culture and Information", ["Ministry of Culture and Information"]),
    ("the Ministry of Internal Affairs and Ivan Petrov", ["Ministry of Internal Affairs"]),
    ("The Committee of the Salt Lakes (KSL) replied; the KSL states", ["Committee of the Salt Lakes"]),
    ("the State Fees Committee of the Ministry of Finance", ["State Fees Committee of the Ministry of Finance"]),
    ("come to the Police Department on 12 May", ["Police Department"]),
    ("the police, the authorities, a prosecutor and the government", []),
    ("to register the party “Forward, Steppe!”", ["Forward, Steppe!"]),
    ("to register the party “Forward, Steppe! Reason for refusal", ["Forward, Steppe!"]),
    ("to register the «Forward, Steppe!” party", ["Forward, Steppe!"]),
    ("the committee of the Forward Steppe party", ["Forward Steppe"]),
    ("the Democratic Party of the Steppe (DPS) met", ["Democratic Party of the Steppe"]),
    ("a member of the Ruritanian People’s Party", ["Ruritanian People’s Party"]),
    ("the Public Fund “Blue Hills” was searched", ["Public Fund Blue Hills"]),
    ("claims by the public fund “Blue Hills”", ["Blue Hills"]),
    ("lawyer of the PF Blue Hills Center", ["Blue Hills Center"]),
    ("the “Blue Hills” Association", ["Blue Hills Association"]),
    ("the Uplands association of the Taraz region “Qyr”", ["Uplands association of the Taraz region Qyr"]),
    ("journalists of the TV channel “Steppe 7”", ["Steppe 7"]),
    ('the "Steppe 7" TV channel', ["Steppe 7"]),
    ("author of the YouTube channel “SW”", ["SW"]),
    ("the editorial office of Steppe News was attacked", ["Steppe News"]),
    ("“Steppe.kz” received a package", ["Steppe.kz"]),
    ("workers of “Saltoil” stopped work", ["Saltoil"]),
    ("people working for Saltoil JSC", ["Saltoil JSC"]),
    ("a branch of Salt Bank", ["Salt Bank"]),
    ("the protest art movement Blue Dawn set up", ["Blue Dawn"]),
    ("the leader of the party Ermekov-Daniyar reports", []),
    ("the Smith administration; Jane Smith’s administration", ["Smith administration", "Jane Smith’s administration"]),
    ("in front of the Ruritanian Consulate", ["Ruritanian Consulate"]),
    ("near the Consulate of Ruritania", ["Consulate of Ruritania"]),
    ("Human Rights Watch (HRW) urges; HRW believes", ["Human Rights Watch"]),
    ("the UN, OSCE and PACE, the US State Department", ["UN", "OSCE", "PACE", "US State Department"]),
    ("at the European Parliament’s subcommittee", ["European Parliament"]),
    ("activists of QXZ and the SWAT officers", ["QXZ"]),
    ("workers of the Blue Oil company", ["Blue Oil"]),
    ("the “Salt” works; a group called “Free Wind”", ["Salt", "Free Wind"]),
    ("the words “STEPPE EDITION” on the door; the law “On the Salt Commission”", []),
    ("the activities of the banned organization Ansar al-Bahr", ["Ansar al-Bahr"]),
    ("the “Echoes” NGO", ["Echoes"]),
    ("the Steel and Energy Union; KLM Salt & Stone LLP", ["Energy Union", "KLM Salt & Stone LLP"]),
    ("the Oil and Energy Workers Union", ["Oil and Energy Workers Union"]),
    ("the Presidential Administration", ["Presidential Administration"]),
    ("the NGO Coalition against Torture in Ruritania", ["NGO Coalition against Torture in Ruritania"]),
    ("the law “On Peaceful Assemblies”, the book “Long Road”, accused of “Hooliganism”", []),
    ("on the topic: “Free everybody. Register all parties”", []),
    ("a Facebook group, a Telegram channel", []),
]


@pytest.mark.parametrize(("text", "expected"), COURTS)
def test_courts(text: str, expected: list[str]) -> None:
    assert names(text, "court") == expected


@pytest.mark.parametrize(("text", "expected"), FACILITIES)
def test_facilities(text: str, expected: list[str]) -> None:
    assert names(text, "facility") == expected


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS)
def test_organisations(text: str, expected: list[str]) -> None:
    assert names(text, "organisation") == expected


def test_an_unnamed_facility_counts_in_the_header_alone() -> None:
    text = "May 20, Semey, pretrial detention facility, Petrov I. He is in the pretrial detention facility."
    (facility,) = bodies(text, body=text.index("pretrial"))
    assert (facility.kind, facility.name, facility.type) == ("facility", "pretrial detention facility", "remand")
    assert bodies("May 20, Semey, Petrov Ivan is in the pretrial detention facility.", body=15) == ()


def test_an_acronym_in_brackets_and_short_mentions_are_further_spans() -> None:
    text = "Human Rights Watch (HRW) said so. HRW adds. The Supreme Court of Kazakhstan sat; the Supreme Court ruled."
    watch, court = bodies(text)
    assert [text[s.start : s.end] for s in watch.evidence.spans] == ["Human Rights Watch", "HRW", "HRW"]
    assert [text[s.start : s.end] for s in court.evidence.spans] == ["Supreme Court of Kazakhstan", "Supreme Court"]


def test_a_fuller_name_later_is_the_name() -> None:
    (court,) = bodies("The Supreme Court sat. The Supreme Court of Kazakhstan ruled.")
    assert (court.name, len(court.evidence.spans)) == ("Supreme Court of Kazakhstan", 2)
    (fund,) = bodies("Staff of “Blue Hills” met. The Blue Hills Foundation was searched.")
    assert (fund.name, len(fund.evidence.spans)) == ("Blue Hills Foundation", 2)


def test_bodies_stand_in_the_order_of_the_text() -> None:
    found = bodies("the OSCE wrote to the city court about LA-155/99 and to the akimat")
    assert [b.kind for b in found] == ["organisation", "court", "facility", "organisation"]


KINDS = [
    ("the city court", ("city", True, None)),
    ("the Supreme Court", ("supreme", False, None)),
    ("the International Criminal Court", ("international", False, None)),
    ("the juvenile court", ("juvenile", True, None)),
    ("the akimat", ("state", True, None)),
    ("the Akimat of Astana", ("state", True, "Astana")),
    ("the Astana city akimat", ("state", True, "Astana city")),
    ("facility LA-155/99", ("prison", False, None)),
    ("the remand prison LA-155/99", ("remand", False, None)),
    ("in the 12th police department of Baytal district", ("police_station", False, "Baytal district")),
    ("the Ministry of Justice", ("state", False, None)),
    ("the party “Blue Hills”", ("party", False, None)),
    ("Amnesty International", ("ngo", False, None)),
    ("the United Nations", ("international", False, None)),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind_generality_and_place(text: str, expected: tuple[str, bool, str | None]) -> None:
    (body,) = bodies(text)
    assert (body.type, body.generic, body.place) == expected


def test_the_headers_own_place_is_no_other_place() -> None:
    place = Place("Astana", "city", Evidence((Span(7, 13),), "places.header"))
    (body,) = bodies("May 6, Astana, the Akimat of Astana refused", places=(place,))
    assert body.place is None


@pytest.mark.parametrize(
    "piece",
    [
        "(((“““Article 1,1,1,",
        "Court of ",
        "PF ",
        "Ministry of Internal Affairs and ",
        "“Aaa” ",
        "party “Aaa, ",
        "LA-155/",
    ],
)
def test_a_long_text_of_one_piece_ends(piece: str) -> None:
    with processor_limit():
        bodies(piece * (200_000 // len(piece)))
