"""The values that somebody gives for a fact, as a journal has them: people and bodies by words of the entry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ingest.facts import Party
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from kg.corrections.fields import BETWEEN, Field
from kg.corrections.kinds.kind import FactKind, Values
from kg.corrections.kinds.registry import facts_of
from kg.corrections.provision_words import read_provision
from kg.corrections.references import words_for
from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex
from kg.entries.mentions import BODY_LABELS, Mention, body_mention_ids, person_mention_ids
from kg.entries.plain_text import PlainText


def _split_name(name: str, jurisdiction: Jurisdiction | None) -> Values:
    """A surname and given names: ``Orvane, Ilka`` or ``Orvane Ilka``, the surname first as everywhere."""
    surname, _, given = name.partition(",") if "," in name else name.partition(" ")
    return {"surname": surname.strip(), "given": given.strip()}


_SPLIT: Mapping[str, Callable[[str, Jurisdiction | None], Values]] = {
    "name": _split_name,
    "provision": read_provision,
}
"""What each shorthand of a kind stands for."""
_NAMED = frozenset({"Person", *BODY_LABELS.values()})


@dataclass(frozen=True)
class NamesOfEntry:
    """The people and bodies of an entry, by their words, ids and names.

    ``things`` leads from each mention (id) to its thing in the graph. ``jurisdiction`` has the titles of provisions.
    """

    entry: ActiveEntry
    mentions: MentionIndex
    things: Mapping[str, str]
    jurisdiction: Jurisdiction | None = None

    def canonical(self, kind: FactKind, values: Values) -> dict[str, str]:
        """The values as a journal has them, shorthands as what they stand for. Raises ``ValueNotAllowed``."""
        given: dict[str, str] = {}
        for name, text in values.items():
            given |= self._expanded(kind, name, text) if name in kind.shorthands else {name: text}
        return {name: self._canonical(kind, name, text.strip()) for name, text in given.items()}

    def _expanded(self, kind: FactKind, name: str, text: str) -> Values:
        """The fields that a shorthand stands for: those of a charge in just these words of the entry, if one is read.

        Words of a name are no reading of it: whoever corrects a name says which part is the surname.
        """
        if kind.everywhere:
            return _SPLIT[name](text, self.jurisdiction)
        words = " ".join(text.split()).casefold()
        there = [m for label in kind.labels for m in self.mentions.of_entry(self.entry, label)]
        quoted = [m for m in there if words in (" ".join(self.entry.quote(s).split()).casefold() for s in m.spans)]
        if not quoted:
            return _SPLIT[name](text, self.jurisdiction)
        read = kind.read(facts_of(kind.name, self.entry.facts)[quoted[0].index], self.entry.facts)
        return {field: read.get(field, "") for field in kind.shorthands[name]}

    def _canonical(self, kind: FactKind, name: str, text: str) -> str:
        known = kind.fields.get(name)
        if known and known.names and text:
            text = f"{BETWEEN} ".join(self._words_of(known, part.strip()) for part in text.split(BETWEEN))
        value = kind.value_of(name, text, self.entry.facts)
        return known.read(value, self.entry.facts) if known and value not in (None, ()) else ""

    def _words_of(self, known: Field, text: str) -> str:
        """Words of the entry for a person or body given by an id, or by a name that other entries have for it."""
        among = known.names(self.entry.facts) if known.names else ()
        if any(PlainText(self.entry.facts.entry).find("", text, "")):
            return text
        wanted = {text, self.things.get(text, text)}
        wanted |= {self._thing(m.id) for m in self.mentions.by_id.values() if _is_called(m, text)}
        found = [party for party in among if {self._id(party), self._thing(self._id(party))} & wanted]
        return words_for(found[0], among, self.entry.facts) if len(found) == 1 else text

    def _id(self, party: Party) -> str:
        ids = person_mention_ids if party.kind == "person" else body_mention_ids
        return ids([self.entry])[self.entry.id, party.index]

    def _thing(self, mention: str) -> str:
        return self.things.get(mention, mention)


def _is_called(mention: Mention, name: str) -> bool:
    return mention.label in _NAMED and sorted(fold(mention.description).split()) == sorted(fold(name).split())
