"""Cells that a spreadsheet would run are guarded, and read back as they were."""

import pytest

from kg.system.csv_cells import guard_formula, unguard_formula


@pytest.mark.parametrize("cell", ["=1", "+x", "-x", "@x", "\t=1", "\r=1", "-1 OR 2", "=HYPERLINK(1)"])
def test_formulas_are_guarded(cell: str) -> None:
    assert guard_formula(cell) == f"'{cell}"
    assert unguard_formula(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["", "x", "a=1", "-1", "+2.5", "1e3", "'tis", "'-1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guard_formula(cell) == cell
    assert unguard_formula(cell) == cell
