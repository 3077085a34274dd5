"""Log-linear models as CSV: they come back as they were written, and a faulty line is named."""

from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.extract.acts.log_linear import LogLinear, read_models, write_models

MODELS = {
    "trial": LogLinear(-1.5, {"w:judg": 2.0, "p:guard, door": -0.125}),
    "death": LogLinear(-4.0, {}),
}


def test_models_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.csv"
    write_models(path, MODELS)
    assert read_models(path) == MODELS
    assert path.read_text(encoding="utf-8").splitlines()[2:4] == ["question,feature,weight", "death,(bias),-4.000"]


def test_weights_are_listed_the_heaviest_first_and_unknown_features_left_out() -> None:
    model = LogLinear(0.0, {"a": 0.5, "b": -2.0, "c": 0.5})
    assert model.weigh(["a", "d", "c", "b"]) == (("b", -2.0), ("a", 0.5), ("c", 0.5))


@pytest.mark.parametrize("line", ["trial,w:judg", "trial,w:judg,much"])
def test_a_faulty_line_is_named_with_what_to_do(tmp_path: Path, line: str) -> None:
    path = tmp_path / "weights.csv"
    path.write_text(f"question,feature,weight\ntrial,(bias),1\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"weights\.csv, line 3: .*make_weights --write"):
        read_models(path)
