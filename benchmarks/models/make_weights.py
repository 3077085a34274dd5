"""Make the weights of the models of acts: ``python -m benchmarks.models.make_weights [--shared DIR] [--write]``.

Needs scikit-learn: ``pip install -e '.[models]'``. Reads every annotated set (the invented months and the bank of
``tests/samples``, and the gold of ``../shared``, where it is there) and fits three models, each on what the one before
says of entries that it was not fitted on:

- news: which candidate is an act of its entry
- entry types: which types of act an entry tells
- ties: who stands in an act

Prints how well they do in cross-validation: an entry and its other wording are never in two folds. ``--write`` puts the
weights beside the modules that read them, and the digests of the sets into ``made_from.yaml`` here. Runs in about two
minutes; the same data gives the same weights.
"""

import argparse
import sys
from pathlib import Path

import yaml

from benchmarks.extraction import ROOT, load_scorer
from benchmarks.models import entry_types, news, ties
from benchmarks.models.examples import find_sets, read_examples
from ingest.extract.acts.entry_types.model import WEIGHTS as TYPE_WEIGHTS
from ingest.extract.acts.log_linear import write_models
from ingest.extract.acts.news.model import QUESTION
from ingest.extract.acts.news.model import WEIGHTS as NEWS_WEIGHTS
from ingest.extract.acts.ties.model import WEIGHTS as TIE_WEIGHTS

MADE_FROM = Path(__file__).with_name("made_from.yaml")
HEAD = """\
# The SHA-256 of each annotated set that the weights in ingest/extract/acts/ were made from. Made by
# `python -m benchmarks.models.make_weights --write`; do not edit by hand.

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold/ and corpus/ are")
    parser.add_argument("--write", action="store_true", help="write the weights")
    asked = parser.parse_args()
    score = load_scorer(asked.shared / "gold" / "score.py")
    sets = find_sets(asked.shared, score)
    examples = [example for annotated in sets for example in read_examples(annotated, score)]
    print(f"{len(examples)} entries of {len(sets)} sets")

    news_model, chances = news.fit_and_guess(examples, score)
    for example, of_candidates in zip(examples, chances, strict=True):
        for candidate, chance in zip(example.candidates, of_candidates, strict=True):
            candidate.probability = chance
    type_models, ratings = entry_types.fit_and_guess(examples)
    tie_models = ties.fit_and_guess(examples, ratings, type_models, score)
    if asked.write:
        write_models(NEWS_WEIGHTS, {QUESTION: news_model})
        write_models(TYPE_WEIGHTS, type_models)
        write_models(TIE_WEIGHTS, tie_models)
        MADE_FROM.write_text(HEAD + yaml.safe_dump({s.name: s.digest() for s in sets}, sort_keys=False), "utf-8")
    for title, models in (("news", {QUESTION: news_model}), ("entry types", type_models), ("ties", tie_models)):
        print(f"{title}: {sum(len(m.weights) for m in models.values())} weights{' written' if asked.write else ''}")


if __name__ == "__main__":
    sys.exit(main())
