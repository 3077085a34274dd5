"""Names in scripts that are not read are said to be there, and nothing of them is quoted."""

import pytest

from ingest.facts import Entry
from ingest.report.scripts import find_other_scripts


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("May 8, Almaty, ნინო გელაშვილი was detained[1].", ["Georgian"]),
        ("May 8, Almaty, activist أحمد الخالدي and 王小明 were detained[1].", ["Arabic", "Cjk"]),
        ("May 8, Almaty, Тасел Орвин, Ñandú Müller and Əli Öztürk were detained “again” — № 5[1].", []),
    ],
)
def test_words_in_other_scripts_are_said(text: str, scripts: list[str]) -> None:
    issues = list(find_other_scripts((Entry(1, text, 7, "2031-05-08"),)))
    assert [(u.kind, u.line, u.what) for u in issues] == [("not read: script", 7, script) for script in scripts]
