"""How the words of an act stand to the news: a fact, somebody's words, denied, background, or never done."""

from itertools import pairwise

from ingest.extract.acts.frames.candidates import Candidate
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.vocabulary import ActType

# With a "not" these tell what happened: a party's papers "cannot be accepted".
# "The ministry will not register the party": it has refused.
_GRANTING = frozenset({"register", "allow", "let", "permit", "accept", "admit", "give", "grant", "renew"})
_REFUSING = frozenset({"would", "could", "cannot", "can"})
# Told in a relative clause these are news too: "the lawyer, whom the police did not let in".
_TOLD_BESIDE: frozenset[ActType] = frozenset({"media_restriction", "seizure", "due_process", "threat"})
# A sentence of their own in the past perfect makes these no step of the news.
_NO_STEP: frozenset[ActType] = frozenset({"statement", "trial", "protest", "appeal"})
# Behind "will" these tell what a court has decided.
_DECIDED = frozenset({"spend", "stay", "remain", "pay", "serve", "sit", "live"})
_WILL = frozenset({"will", "must", "shall"})
# Behind "will" these tell that something was announced.
_ANNOUNCED = frozenset({"review", "consider", "discuss", "examine"})
# What opens a clause that tells nothing as having happened.
_HYPOTHETICAL = frozenset({"if", "unless", "how", "whether"})


class Telling:
    """Asks the verbs of one sentence, the ``number``-th of its entry."""

    def __init__(self, sentence: Sentence, number: int, lexicon: Lexicon) -> None:
        """Keep what every step needs."""
        self.sentence, self.number, self.lexicon, self.tokens = sentence, number, lexicon, sentence.tokens
        finite = [v for v in sentence.verbs if v.form == "finite"]
        self.before = {verb.head: earlier for earlier, verb in pairwise(finite)}

    def happened(self, verb: Verb) -> tuple[bool, Verb]:
        """Whether the verb tells something that happened, and the finite verb that carries its subject."""
        if verb.form == "infinitive":
            governor = verb.governor
            return (True, governor) if governor is not None and self._carries_out(governor) else (False, verb)
        if self._is_hypothetical(verb):
            return False, verb
        return not verb.modal or verb.lemma in _ANNOUNCED or self._tells_in_modal(verb), verb

    def _carries_out(self, governor: Verb) -> bool:
        """`Managed to leave`, `had to pay`: whether what its infinitive tells was done.

        `They have to release him` is a demand.
        """
        if governor.form != "finite" or governor.negated or governor.modal:
            return False
        due = governor.lemma == "have" and self.tokens[governor.head].word != "had"
        return governor.lemma in self.lexicon.carried_out and not due

    def _is_hypothetical(self, verb: Verb) -> bool:
        """`If he had come`, `as if I had attacked people`."""
        if not verb.relative and self.tokens[verb.boundary].word in _HYPOTHETICAL:
            return True
        return self._as_if(verb) or (verb.coordinated is not None and self._as_if(verb.coordinated))

    def _tells_in_modal(self, verb: Verb) -> bool:
        """`Will spend 2 years in prison` is decided; `would not let them`, `could not see a lawyer` happened."""
        helpers = {t.word for t in self.tokens[verb.start : verb.head]}
        if not verb.negated:
            return verb.lemma in _DECIDED and not _WILL.isdisjoint(helpers)
        return not _REFUSING.isdisjoint(helpers) or ("will" in helpers and verb.lemma in _GRANTING)

    def _as_if(self, verb: Verb) -> bool:
        """`As if I had attacked people`, `not that he hit anybody`: nothing that happened."""
        opening = [t.word for t in self.tokens[verb.boundary : verb.boundary + 2]]
        return opening == ["as", "if"]

    def place(self, candidate: Candidate, verb: Verb, entries: Verb) -> None:
        """How the words stand to the news: only claimed, background, or told by a gerund."""
        candidate.claimed = self.tokens[verb.head].quoted or self._claimed(verb)
        denied = self._denied(entries)
        if denied is not None:
            candidate.standing = "denied"
            candidate.by_staff = any(t.word in self.lexicon.staff for t in self.tokens[slice(*denied.subject)])
        candidate.background = self._is_background(candidate, entries)
        candidate.weak = candidate.frame.words.weak or verb.form == "gerund"
        candidate.noun = verb.form == "gerund"

    def _is_background(self, candidate: Candidate, entries: Verb) -> bool:
        """`X, who was detained in May, …`, `he had been beaten before`: what happened before the news."""
        if entries.relative and candidate.type not in _TOLD_BESIDE:
            return True
        # "Said that he had been beaten": under a verb of saying the tense only follows that of the verb.
        follows = candidate.claimed or (self.tokens[entries.boundary].word == "that" and not entries.relative)
        return entries.pluperfect and not follows and not self._own_sentence(entries, candidate.type)

    def _own_sentence(self, verb: Verb, type_: ActType) -> bool:
        """`He had been detained at his door`: how they were taken, told in a sentence of its own, is a step itself."""
        return (
            type_ not in _NO_STEP
            and verb.lemma != "be"
            and self.number > 0
            and verb is next((v for v in self.sentence.verbs if v.form == "finite"), None)
        )

    def _denied(self, entries: Verb) -> Verb | None:
        """`The administration denies that he was beaten`: the denial that the verb's clause hangs on."""
        if self.tokens[entries.boundary].word != "that":
            return None
        before = self.before.get(entries.head)
        return before if before is not None and before.lemma == "deny" and not before.negated else None

    def _claimed(self, verb: Verb) -> bool:
        """Whether the clause hangs on a verb of saying before it in the sentence."""
        for other in self.sentence.verbs:
            if other.head >= verb.head:
                break
            if other.lemma in self.lexicon.claims and other.form in ("finite", "gerund"):
                return True
        return any(t.word in ("allegedly", "according") for t in self.tokens)
