"""Spellings of invented names that the standards of romanisation make of one name, and some that are two."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.jurisdictions.romanisation import folding_of

FOLDING = folding_of(load_jurisdiction("kazakhstan"))

# One name a row, as the standards write it: Cyrillic, BGN/PCGN, ISO 9, the Kazakh Latin alphabets, use.
SPELLINGS = [
    "Жумабергенов Zhumabergenov Žumabergenov Jumabergenov Dzhumabergenov Djumabergenov",
    "Қожақметұлы Qozhaqmetuly Qojaqmetūly Kozhakhmetuly Kozhahmetuly",
    "Ерғазиев Yerghaziyev Yergaziev Ergaziyev Erġaziev",
    "Байсеитов Bayseitov Baiseitov Bajseitov",
    "Щербицкий Shcherbitskiy Shcherbitsky Shcherbitskii Ŝerbickij",
    "Юлиана Yuliana Iuliana Ûliana",
    "Ярослава Yaroslava Iaroslava Âroslava",
    "Артём Artyom Artem Artëm",
    "Шыңғыс Shyngghys Shynghys Shyngys Şyñğys",
    "Өмірзақ Ömirzaq Omirzak Ómirzaq",
    "Үмітжан Ümitzhan Umitjan Úmitjan",
    "Мухаммед Mukhammed Muhamed Mūkhamed",
    "Александр Aleksandr Alexandr",
    "Соловьёва Solovyova Solovyeva Solovieva",
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_every_standard_leads_to_one_key(spellings: str) -> None:
    assert len({FOLDING.key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "two",
    ["Zhanar Zanar", "Shakir Sakir", "Chokan Tsokan", "Serik Berik", "Asel Asem", "Omarov Omarova"],
)
def test_two_names_stay_two(two: str) -> None:
    a, b = two.split()
    assert FOLDING.key(a) != FOLDING.key(b)


@pytest.mark.parametrize("word", ["ლევანი", "محمد", "Ω", "", "-", "’’’", "Zh" * 5000, "İ"])
def test_any_script_and_any_length_is_folded_without_a_fault(word: str) -> None:
    assert FOLDING.key(word) == FOLDING.key(word)
    assert len(FOLDING.key(word)) <= max(1, 2 * len(word))


def test_other_scripts_are_kept_apart() -> None:
    assert len({FOLDING.key(word) for word in ("ლევანი", "ნინო", "محمد", "سارة")}) == 4


def test_every_row_names_its_standard() -> None:
    table = FOLDING.table
    for row in (*table.letters, *table.reductions, *table.lookalikes, *table.openings):
        assert row.standard
        assert row.write
