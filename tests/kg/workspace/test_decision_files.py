"""The files of decisions and redirects, changed on purpose."""

from kg.workspace.files.decision_files import redirects_without


def test_an_id_that_led_to_one_that_is_gone_follows_the_others() -> None:
    there = {"old": "gone", "mention": "gone", "gone": "gone", "other": "kept"}
    assert redirects_without(there, {"gone"}, {"mention": "new"}) == {"old": "new", "mention": "new", "other": "kept"}


def test_an_id_goes_where_nothing_says_where_it_leads() -> None:
    assert redirects_without({"old": "gone"}, {"gone"}, {}) == {}
    there = {"old": "gone", "a": "gone", "b": "gone"}
    assert redirects_without(there, {"gone"}, {"a": "one", "b": "two"}) == {"a": "one", "b": "two"}
