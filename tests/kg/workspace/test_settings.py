"""What `kg.toml` may say."""

from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace.files.settings import StoreSettings, create_settings, read_settings, set_jurisdiction

STORE = '[store]\nuri = "bolt://localhost"\nuser = "reader"\ndatabase = "cases"\npassword_file = "secret"\n'


def test_a_new_workspace_asks_its_own_graph(tmp_path: Path) -> None:
    create_settings(tmp_path / "kg.toml")
    assert read_settings(tmp_path / "kg.toml").store == StoreSettings()


def test_a_store_is_read_and_stays_when_the_jurisdiction_is_set(tmp_path: Path) -> None:
    path = tmp_path / "kg.toml"
    for text in (f"version = 1\n{STORE}", f'version = 1\njurisdiction = ""\n\n{STORE}'):
        path.write_text(text)
        set_jurisdiction(path, "velmoria")
        settings = read_settings(path)
        assert settings.jurisdiction == "velmoria"
        assert settings.store == StoreSettings("bolt://localhost", "reader", "cases", "secret")
        assert STORE in path.read_text()


def test_a_password_is_no_setting(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text(f'version = 1\n{STORE}password = "a-secret"\n')
    with pytest.raises(KgError, match="password") as refused:
        read_settings(tmp_path / "kg.toml")
    assert "a-secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'version = 1\n[export]\nlicense = "x"\n',
            "export: there is no 'license' here, only publisher, licence",
        ),
        ("version = 1\n[export]\npublisher = 3\n", 'export.publisher: 3 is not text; write it in quotation marks, "…"'),
        ("version = 1\nbase_iri = true\n", "base_iri: True is not text"),
        ('version = "1"\n', "version: '1' is not a whole number"),
        ('version = 1\nexport = "x"\n', "export: 'x' is no table of keys and values"),
        ("version = 1\nprofile = {}\n", "there is no 'profile' here, only version, jurisdiction"),
    ],
)
def test_a_wrong_value_is_told_by_its_key_with_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "kg.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KgError) as refused:
        read_settings(path)
    assert str(refused.value).startswith(f"{path}: ") and said in str(refused.value)
