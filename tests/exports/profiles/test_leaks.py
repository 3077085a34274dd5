"""Nothing that a profile leaves out is in the bytes of any file, in whatever way they are written."""

import base64
import io
import re
import tracemalloc
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from exports.files import checking, write_export
from exports.profiles.guard import find_secrets, make_guard, readings
from exports.profiles.words.secrets import Names, Secrets, joined, other_secrets, secrets_of_names, words_of
from exports.rdf import FORMATS
from ingest.errors import KgError
from ingest.language.folding import fold
from kg.cli.profiles.stores import disclosed_store
from kg.cli.profiles.terms import Terms
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.conftest import Kg
from tests.exports.profiles.secret_report import NAMED, OFFICIALS, REPORT, SECRETS

PROFILES = ("partner", "public")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Path:
    folder = tmp_path_factory.mktemp("secrets")
    (folder / "march.txt").write_text(REPORT, encoding="utf-8")
    result = kg("ingest", folder / "march.txt", "--jurisdiction", "velmoria", workspace=folder / "casefile")
    assert result.exit_code == 0, result.output
    return folder / "casefile"


def plain(text: str) -> str:
    """Letters and digits alone, so that no spelling with other signs or blanks goes unseen."""
    return re.sub(r"[\W_]", "", fold(text))


def found_in(path: Path, secrets: tuple[str, ...]) -> list[str]:
    """The secrets that some file in a folder, or a file, contains; looked for apart from the guard's own search."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    texts = [plain(text) for file in files for text in readings(file.read_bytes())]
    assert texts and all(file.stat().st_size for file in files)
    return [secret for secret in secrets if any(plain(secret) in text for text in texts)]


EXPORTS = [("rdf", "--format", format) for format in FORMATS] + [("ftm",), ("graphml",), ("gexf",), ("neo4j-import",)]
EXPORTS += [("tables", "--format", format) for format in ("csv", "xlsx")]
EXPORTS += [("bundle", "--format", "turtle", "--format", "ftm", "--format", "gexf")]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export[-1])
def test_no_secret_leaves(kg: Kg, workspace: Path, tmp_path: Path, export: tuple[str, ...], profile: str) -> None:
    result = kg("export", *export, "--profile", profile, "-o", tmp_path / "out", workspace=workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    assert "under a pseudonym" in result.output
    assert found_in(tmp_path / "out", SECRETS) == []
    named = NAMED if profile == "partner" else ()
    assert set(found_in(tmp_path / "out", (*NAMED, *OFFICIALS))) == {*named, *OFFICIALS}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("format", ["html", "docx"])
@pytest.mark.parametrize("person", ["Quorrin Tessaly", "Velsuvel Pordan", "Ashmidor Brandel", "Ilkuvel Orvane"])
def test_no_secret_is_in_a_dossier(
    kg: Kg, workspace: Path, tmp_path: Path, person: str, format: str, profile: str
) -> None:
    options = ("--person", person, "--format", format, "--profile", profile, "-o", tmp_path / "out")
    result = kg("export", "dossier", *options, workspace=workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    assert found_in(tmp_path / "out", SECRETS) == []
    named = person in NAMED and profile == "partner"
    assert (person in found_in(tmp_path / "out", NAMED)) == named


@pytest.mark.parametrize("profile", PROFILES)
def test_no_secret_is_in_a_picture(kg: Kg, workspace: Path, tmp_path: Path, profile: str) -> None:
    picture = tmp_path / "picture.html"
    around = ("view", "--around", "Quorrin Tessaly", "--hops", 3, "--profile", profile, "-o", picture)
    result = kg(*around, workspace=workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    assert found_in(picture, SECRETS) == []


ANSWERS = (
    ("query", "repeated_targeting", "--format", "csv", "-o"),
    ("query", "repeated_targeting", "--format", "json", "-o"),
    ("query", "repeated_targeting", "--format", "xlsx", "--evidence", "-o"),
    ("query", "officials", "--format", "xlsx", "--evidence", "-o"),
    ("view", "--query", "person_by_date", "--person", "Hestor Lumley", "-o"),
    ("view", "--query", "repeated_targeting", "-o"),
    ("due", "--from", "2022-01-01", "--on", "2039-12-31", "--ics"),
)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_no_secret_is_in_an_answer(
    kg: Kg, workspace: Path, tmp_path: Path, command: tuple[str, ...], profile: str
) -> None:
    file = tmp_path / ("out.html" if command[0] == "view" else "out")
    result = kg(*command, file, "--profile", profile, workspace=workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    assert "under a pseudonym" in result.output
    assert found_in(file, SECRETS) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_no_secret_is_in_the_answer_of_any_saved_query(workspace: Path, profile: str) -> None:
    answered = 0
    with disclosed_store(workspace, Terms(profile)) as source:
        for name, query in load_queries().items():
            rows = ask(query, bind_parameters(query, {}, source.store), source.store)
            answered += bool(rows.rows)
            text = plain(str(rows))
            assert not [secret for secret in SECRETS if plain(secret) in text], name
    assert answered > 15


def test_an_id_of_the_workspace_is_asked_for_as_it_leaves(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    people = [node for node in Workspace.open(workspace).graph().nodes if node.label == "Person"]
    ids = {str(node.properties["name"]): node.id for node in people}
    out = tmp_path / "out.csv"
    for who in (NAMED[0], ids[NAMED[0]], ids["Quorrin Tessaly"]):
        asked = ("query", "person_by_date", "--person", who, "--format", "csv", "-o", out, "--profile", "partner")
        result = kg(*asked, workspace=workspace)
        assert result.exit_code == 0, result.output + str(result.exception)
        text = out.read_text(encoding="utf-8-sig")
        assert len(text.splitlines()) > 1 and not set(ids.values()) & set(re.findall(r"person-\w+", text))
    hidden = kg("query", "person_by_date", "--person", "Quorrin Tessaly", "--profile", "partner", workspace=workspace)
    assert isinstance(hidden.exception, KgError) and "No Person of that name" in str(hidden.exception)


def test_full_has_all_of_them(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    result = kg("export", "rdf", "--profile", "full", "-o", tmp_path / "g.ttl", workspace=workspace)
    assert result.exit_code == 0 and "nothing is left out" in result.output
    missing = set(SECRETS) - set(found_in(tmp_path / "g.ttl", SECRETS))
    assert not missing, "the test looks for what is in no export"


def test_facts_are_refused_outside_full(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    for profile in (("--profile", "partner"), ("--profile", "public")):
        result = kg("export", "facts", *profile, "-o", tmp_path / "facts", workspace=workspace)
        assert isinstance(result.exception, KgError) and "--profile full" in str(result.exception)
    assert not (tmp_path / "facts").exists()


def zipped(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", data)
    return file.getvalue()


TESSALY = secrets_of_names([Names(frozenset({"Quorrin Téssaly"}), frozenset({"Téssaly"}))], ["Tolvane city court"])


@pytest.mark.parametrize(
    "data",
    [
        b"a note on Quorrin Tessaly",
        "TÉSSALY".encode(),
        b"https://news.example/quorrin-tessaly/1",
        b"https://news.example/tessaly_quorrin",
        b"https://social.example/QuorrinTessaly1990",
        quote("Quorrin Téssaly").encode(),
        quote(quote("Quorrin Téssaly")).encode(),
        b"Quorrin T&eacute;ssaly",
        rb"Quorrin T\u00e9ssaly",
        base64.b64encode("about Quorrin Téssaly".encode()),
        base64.urlsafe_b64encode("about Quorrin Téssaly".encode()).rstrip(b"="),
        "Quorrin Téssaly".encode("utf-16"),
        zipped(b"Quorrin Tessaly"),
        zipped(zipped(b"Quorrin Tessaly")),
    ],
)
def test_the_guard_reads_every_way_of_writing(data: bytes, tmp_path: Path) -> None:
    assert find_secrets(data, TESSALY)
    with pytest.raises(KgError, match="was not written") as refused, checking(make_guard(TESSALY, "partner")):
        write_export(tmp_path / "file", data)
    assert "essaly" not in str(refused.value) and list(tmp_path.iterdir()) == []


def test_the_guard_lets_through_what_is_nobody_s_secret(tmp_path: Path) -> None:
    data = b"The Tolvane city court heard Quorrin and tessalyian music."
    with checking(make_guard(TESSALY, "partner")):
        write_export(tmp_path / "file", data)
    assert (tmp_path / "file").read_bytes() == data


@pytest.mark.parametrize("place", [(1 << 20) - 9, (1 << 20) - 1, (1 << 21) - 70_000, (1 << 21) + 3])
def test_the_guard_reads_a_large_file_in_pieces_and_misses_nothing_between(place: int, tmp_path: Path) -> None:
    filler = b"tessalyian music " * 200_000
    data = filler[:place] + b" Quorrin\nTessaly " + filler[place:]
    assert find_secrets(data, TESSALY) and not find_secrets(filler, TESSALY)


def test_the_guard_s_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for size in (4, 16):
        (tmp_path / "large").write_bytes(b"a line of nobody's words\n" * (size << 20 >> 5))
        with (tmp_path / "large").open("rb") as file:
            tracemalloc.start()
            make_guard(TESSALY, "partner")(file)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_the_guard_reads_words_that_are_partly_bold() -> None:
    assert find_secrets(b"<p><b>Quorrin</b> <i>Tess</i>aly</p>", TESSALY)
    assert find_secrets(zipped(b"<w:r><w:t>Quorrin </w:t></w:r><w:r><w:t>Tessaly</w:t></w:r>"), TESSALY)


def test_ids_addresses_and_numbers_are_found_too() -> None:
    secrets = joined(other_secrets("id", ["person-3f2a9c81d0b4e6f7"]), other_secrets("number", ["0700 12 34 56"]))
    assert find_secrets(b"see /Person/person-3f2a9c81d0b4e6f7> or (0700) 12-34-56.", secrets) == {"id": 1, "number": 1}
    assert not find_secrets(b"0700 12 34 57", secrets) and not find_secrets(b"anything", Secrets())


def test_a_secret_is_found_at_either_end_and_each_time() -> None:
    secrets = other_secrets("id", ["2031-04/tessaly", "tessaly-9"])
    assert find_secrets(b"2031-04/tessaly, 2031-04/tessaly", secrets) == {"id": 2}
    assert find_secrets(b"tessaly 9", secrets) == {"id": 1}
    assert not find_secrets(b"tessaly, 04/tessaly, 31-04/tessaly 8", secrets)


@pytest.mark.parametrize("text", ["O'Hélin_x’s Ⅳ/2, İZMİR", "Зоя ёлка Straße", "plain's words 12"])
def test_words_are_those_of_folded_text(text: str) -> None:
    assert words_of(text) == tuple(re.findall(r"[^\W_]+", fold(text)))


def test_a_name_that_an_official_has_too_is_no_secret_in_any_order() -> None:
    protected = [Names(frozenset({"Ulmevant J."}), frozenset({"Ulmevant"}))]
    assert find_secrets(b"J. Ulmevant", secrets_of_names(protected, []))
    assert not find_secrets(b"J.,Ulmevant,J.", secrets_of_names(protected, ["Ulmevant J."]))
