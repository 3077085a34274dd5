"""A name in Latin letters is found in another script, in its cases, and does not leave there either."""

from urllib.parse import quote

import pytest

from exports.profiles.application import Disclosure, apply_profile
from exports.profiles.guard import find_secrets
from exports.profiles.profile import given_profile
from exports.profiles.pseudonyms import receivers_pseudonyms
from exports.profiles.words.links import readable
from exports.profiles.words.secrets import Names, Secrets, secrets_of_names
from exports.profiles.words.sensitive_words import SensitiveWords
from ingest.jurisdictions.packs import load_jurisdiction
from kg.decisions.consents import Consent
from kg.explain.rule_examples import read_example
from kg.graph.value import Graph
from kg.rows.build import build
from kg.schema.schema import load_schema

VELMORIA = load_jurisdiction("velmoria")


def secrets(name: str, surname: str, public: tuple[str, ...] = (), country: str = "kazakhstan") -> Secrets:
    scripts = SensitiveWords(load_jurisdiction(country)).scripts
    return secrets_of_names([Names(frozenset({name}), frozenset({surname}))], public, scripts)


# Invented names, as standards and use write them in Latin letters, and texts that name them.
FOUND = [
    ("Quorrin Tessaly", "Tessaly", "Куоррин Тессали задержан"),
    ("Quorrin Tessaly", "Tessaly", "суд над Тессали"),
    ("Quorrin Tessaly", "Tessaly", "ТЕССАЛИ"),
    ("Quorrin Tessaly", "Tessaly", "#КуорринТессали"),
    ("Brenu Kavetov", "Kavetov", "о Каветове"),
    ("Brenu Kavetov", "Kavetov", "с Каве́товым"),
    ("Brenuvela Kavetova", "Kavetova", "у Бренувелы Каветовой"),
    ("Temmin Garrovsky", "Garrovsky", "дело Гарровского"),
    ("Temmin Garrovsky", "Garrovsky", "Гарровскому Теммину"),
    ("Zhanuvel Ordaqov", "Ordaqov", "Жанувел Ордақовқа"),
    ("Zhanuvel Ordaqov", "Ordaqov", "Жанувелдің Ордақовтың ісі"),
    ("Dzhanuvel Ul", "Ul", "Жанувел Бекович Уль"),
    ("Temmin Garro", "Garro", "Теммин Г\u0430рро и другие"),
    ("Илькувел Орване", "Орване", "police officers detained Ilkuvel Orvane"),
    ("Илькувел Орване", "Орване", "the case of Orvane"),
    ("Илькувел Орване", "Орване", "о деле Орване"),
]
LEFT = [
    ("Quorrin Tessaly", "Tessaly", "Тесно, Тесла и Тесей"),
    ("Brenu Kavetov", "Kavetov", "Кавет, Бренда, каватина"),
    ("Temmin Ul", "Ul", "Уль, Лоа и Теммина"),
    ("Temmin Ul", "Ul", "ул. Темная, 4"),
    ("Илькувел Орване", "Орване", "the orphan and the harbour"),
]


@pytest.mark.parametrize(("name", "surname", "text"), FOUND)
def test_a_name_is_found_in_another_script(name: str, surname: str, text: str) -> None:
    looked_for = secrets(name, surname)
    assert looked_for.is_in(text) and find_secrets(text.encode(), looked_for)
    assert find_secrets(quote(text).encode(), looked_for)


@pytest.mark.parametrize(("name", "surname", "text"), LEFT)
def test_a_near_miss_is_left(name: str, surname: str, text: str) -> None:
    assert not secrets(name, surname).is_in(text)


@pytest.mark.parametrize(
    ("public", "text"),
    [("Tessaly district court", "суд района Тессали"), ("судья Тессали", "судья Тессали"), ("Тессалиевский", "")],
)
def test_what_a_public_text_says_is_nobody_s_secret(public: str, text: str) -> None:
    looked_for = secrets("Quorrin Tessaly", "Tessaly", (public,))
    assert not looked_for.is_in(text) and looked_for.is_in("Куоррин Тессали")


@pytest.mark.parametrize("text", ["Tessaly's trial", "“Quorrin Tessaly’s song”", "TESSALY’S", "tessaly-s-song"])
def test_a_name_is_found_with_the_s_of_an_owner(text: str) -> None:
    assert secrets("Quorrin Tessaly", "Tessaly").is_in(text)


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://news.example/%D0%98%D0%BB", "https://news.example/Ил"),
        ("https://news.example/%25D0%2598%25D0%25BB", "https://news.example/Ил"),
        ("https://xn--e1afmkfd.example/", "https://пример.example/"),
        ("https://xn--\x00/", "https://xn--\x00/"),
        ("nowhere", "nowhere"),
    ],
)
def test_an_address_is_read_as_its_reader_sees_it(url: str, seen: str) -> None:
    assert readable(url) == seen


ENTRIES = (
    "March 4, Pessarin, police officers detained Ilkuvel Orvane for a picket.",
    "March 5, Tolvane, the channel “Lantern” published a video under the title “Где сейчас Илькувел Орване?”.",
    "March 6, Tolvane, police officers detained Илькувелом Орване.",
    "March 7, Pessarin, police officers detained Темнела Гарро.",
)


def disclose(graph: Graph, profile: str, consent: Consent | None) -> Disclosure:
    (orvane,) = (node.id for node in graph.nodes if "Ilkuvel Orvane" in str(node.properties.get("names")))
    consents = {orvane: consent} if consent else {}
    pseudonyms = receivers_pseudonyms(b"k" * 32, "acme")
    words = SensitiveWords(VELMORIA)
    return apply_profile(graph, given_profile(profile), pseudonyms, words, load_schema(), consents)


@pytest.mark.parametrize(
    ("profile", "consent", "leaves"),
    [
        ("full", "refused", False),
        ("partner", "refused", False),
        ("public", "refused", False),
        ("public", None, False),
        ("partner", None, True),
        ("full", None, True),
    ],
)
def test_who_is_protected_is_so_in_every_script(profile: str, consent: Consent | None, leaves: bool) -> None:
    graph = build(read_example(ENTRIES, "velmoria"), VELMORIA).graph
    disclosure = disclose(graph, profile, consent)
    written = str(disclosure.graph)
    assert [("рване" in written), ("rvane" in written)] == [leaves, leaves]
    # Somebody else in that script is not concerned.
    assert ("Темнела Гарро" in written) == (profile != "public")
    entries = [node for node in graph.nodes if node.label == "Entry"]
    assert sum(node.label == "Entry" for node in disclosure.graph.nodes) == len(entries) == 4
    kept = {why for line in disclosure.record.lines() if line.outcome == "changed" and (why := line.why)}
    assert ("has a protected name in another script" in kept) == (consent == "refused" and profile != "public")
