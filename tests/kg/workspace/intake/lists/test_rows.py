"""Rows of a list of prisoners, cell by cell."""

import pytest

from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.workspace.intake.lists.rows import ReadList, read_list
from kg.workspace.intake.lists.sentences import write_report
from kg.workspace.intake.lists.words import write_template

VELMORIA = load_jurisdiction("velmoria")
COLUMNS = "name,date,place,article,term,court,sentenced,held in,since,note,source"


def read(*rows: str, columns: str = COLUMNS) -> ReadList:
    return read_list("\n".join([columns, *rows]).encode(), VELMORIA)


def paragraphs(*rows: str, columns: str = COLUMNS, source: str = "list of the union") -> list[str]:
    found = read(*rows, columns=columns)
    assert found.problems == ()
    return write_report(found.prisoners, "2031-03-05", source, VELMORIA).text.strip().split("\n\n")


@pytest.mark.parametrize(
    ("row", "paragraph"),
    [
        (
            "Ilkuvel Orvane,,Ishkarra,CC 207/2,5 years,Harbour district court,2030-06-03,Colony No. 4,2030-03-02,,",
            "05.03.2031, Ishkarra, Ilkuvel Orvane was sentenced on June 3, 2030 by the Harbour district court to 5 "
            "years of imprisonment under Article 207, Part 2 of the PC. Ilkuvel Orvane is held in Colony No. 4 since "
            "March 2, 2030.",
        ),
        (
            '"Brio, Tamsel",2031-02-28,,CC 211; CAO 45/1,,,,,2030-03,,',
            "28.02.2031, Tamsel Brio is charged under Article 211 of the PC and Article 45, Part 1 of the CPPO. "
            "Tamsel Brio was detained in March 2030.",
        ),
        (
            "Kaveth Marrow,,,disorderly conduct,P15D,,2031,,,She is ill,",
            "05.03.2031, Kaveth Marrow was sentenced in 2031 to 15 days of arrest under Article 45 of the CPPO. "
            "She is ill.",
        ),
        ("Doran Elvet,,,,1 year and 6 months,,,,,,", "05.03.2031, Doran Elvet was sentenced to 1 year and 6 months "
         "of imprisonment."),
        ("Doran Elvet,,,,a fine of 20 dravels,,,,,,", "05.03.2031, Doran Elvet was sentenced to a fine of 20 dravels."),
        ("Doran Elvet,,,,P1Y6M,,,,,,", "05.03.2031, Doran Elvet was sentenced to 1 year 6 months of imprisonment."),
        ("Doran Elvet,,,,,,,,\"March 2, 2030\",,", "05.03.2031, Doran Elvet was detained on March 2, 2030."),
    ],
)  # fmt: skip
def test_a_row_becomes_the_sentences_of_a_report(row: str, paragraph: str) -> None:
    assert paragraphs(row) == [paragraph]


def test_addresses_are_cited_by_the_rows_that_have_them_and_that_of_the_list_by_every_row() -> None:
    rows = ("Doran Elvet,CC 207,https://bureau.example/2", "Tamsel Brio,CC 207,")
    found = paragraphs(*rows, columns="name,article,source", source="https://bureau.example/list")
    assert found[0].endswith("of the PC.[1][2]") and found[1].endswith("of the PC.[1]")
    assert found[2:] == ["[1] https://bureau.example/list", "[2] https://bureau.example/2"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Doran Elvet,,,,,,,,,,", "line 2: it has a name alone; give an article, a term, where or since when"),
        (",,,CC 207,,,,,,,", "line 2: name: it is a person's name"),
        ("Cell 5,,,CC 207,,,,,,,", "line 2: name: it is a person's name"),
        ("Doran Elvet,,,smuggling,,,,,,,", "line 2: article: it is a code and an article, such as CC 272/2"),
        ("Doran Elvet,,,CC 207,,,,,soon,,", "line 2: since: 'soon' is not a date such as 2031, 2031-03 or 2031-03-05"),
        ("Doran Elvet,2031-03,,CC 207,,,,,,,", "line 2: date: '2031-03' is not a day such as 2031-03-05"),
        ("Doran Elvet,,,CC 207,,,2031-02-30,,,,", "line 2: sentenced: '2031-02-30' is not a date"),
        ("Doran Elvet,,,CC 207,P5X,,,,,,", "line 2: term: 'P5X' is no length of time"),
        ("Doran Elvet,,,CC 207,,,,,,,her lawyer", "line 2: source: it is an address"),
    ],
)
def test_a_row_that_is_not_understood_is_named_with_its_line(row: str, problem: str) -> None:
    found = read(row, "Tamsel Brio,,,CC 207,,,,,,,")
    assert len(found.problems) == 1 and found.problems[0].startswith(problem)
    assert [prisoner.cells["name"] for prisoner in found.prisoners] == ["Tamsel Brio"]


def test_lines_are_those_of_the_file_and_a_row_twice_is_said() -> None:
    twice = "Tamsel Brio,CC 207,"
    found = read('Doran Elvet,CC 207,"ill,\nand old"', "", twice, twice, columns="name,article,note")
    assert [prisoner.line for prisoner in found.prisoners] == [2, 5]
    assert found.problems == ("line 6: it is the same as line 5.",)


def test_columns_have_other_names_too_and_semicolons_divide_as_well() -> None:
    found = read("Brio Tamsel;CC 207;5 years", columns="Full name;Articles;Sentence")
    assert found.prisoners[0].cells == {"name": "Brio Tamsel", "article": "CC 207", "term": "5 years"}


@pytest.mark.parametrize(
    ("columns", "problem"),
    [("name,colour", "line 1: no column is called colour. The columns are: name, date"), ("article", "line 1: a list")],
)
def test_a_sheet_of_other_columns_is_refused(columns: str, problem: str) -> None:
    with pytest.raises(KgError, match=problem):
        read("Tamsel Brio,CC 207", columns=columns)


def test_the_template_has_every_column_and_is_read_again() -> None:
    template = write_template(VELMORIA)
    assert template.decode("utf-8-sig").strip() == COLUMNS
    assert read_list(template, VELMORIA) == ReadList((), ())
