"""Which citations are charges, and whose."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.law.charges import find_charges
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.scenes import entry_of, people_of

KAZAKHSTAN = load_jurisdiction("kazakhstan")
CASES = [
    (
        "a victim named before the article",
        "Captain Mirev A. was given 4 years for torturing Dolkin B. (Article 146 of the Criminal Code).",
        ["Mirev A. perpetrator", "Dolkin B."],
        ["CC 146: Mirev"],
    ),
    (
        "an opened case, but against somebody",
        "Two men beat Dolkin B. A case was opened against Mirev A. under Article 293 of the Criminal Code.",
        ["Dolkin B.", "Mirev A."],
        ["CC 293: Mirev"],
    ),
    (
        "a case about torture against nobody yet",
        "Mirev Anton died in custody. The prosecutor began an investigation under Article 146 of the Criminal Code.",
        ["Mirev Anton"],
        ["CC 146: None"],
    ),
    (
        "a description",
        "Not against Dolkin B.: a case was opened against the convict under Article 419 of the CC, Mirev A. says.",
        ["Mirev A.", "Dolkin B. perpetrator"],
        ["CC 419: Mirev"],
    ),
    (
        "one acquitted, one sentenced",
        "the court acquitted Mirev A. and sentenced Dolkina B. to a term under Article 405 of the Criminal Code.",
        ["Mirev A.", "Dolkina B."],
        ["CC 405: Mirev", "CC 405: Dolkina"],
    ),
    (
        "against so many days",
        "the court dismissed the appeal that Mirev A. had filed against 15 days of arrest (Article 488 of the CAO).",
        ["Mirev A."],
        ["CAO 488: Mirev"],
    ),
    (
        "a report against the speaker, over a rally",
        "Mirev A. said: “Officer Dolkin B. drew up a report against me under Article 488 of the CAO for a rally.”",
        ["Mirev A.", "Dolkin B. official"],
        ["CAO 488: Mirev"],
    ),
    (
        "a rally against an article",
        "Mirev A. held a rally against Article 488 of the CAO.",
        ["Mirev A."],
        [],
    ),
    (
        "a header",
        "Mirev Anton, Article 174 of the Criminal Code, went on hunger strike.",
        ["Mirev Anton"],
        ["CC 174: Mirev"],
    ),
    (
        "two in a header",
        "Mirev A. and Dolkina B., Article 256, Part 2 of the Criminal Code, sewed up their mouths.",
        ["Mirev A.", "Dolkina B."],
        ["CC 256/2: Mirev", "CC 256/2: Dolkina"],
    ),
    (
        "a pronoun",
        "a trial began in the case of Anton Mirev. He is accused under Article 272 of the CC.",
        ["Mirev Anton"],
        ["CC 272: Mirev"],
    ),
    (
        "they",
        "a verdict on officers Mirev A. and Dolkin B. in the case of the death of Gorin C. They were "
        "sentenced under Article 371 of the Criminal Code.",
        ["Mirev A. perpetrator", "Dolkin B. perpetrator", "Gorin C."],
        ["CC 371: Mirev", "CC 371: Dolkin"],
    ),
    (
        "named afterwards",
        "charges under Article 158 of the CC were filed against Mirev Anton.",
        ["Mirev Anton"],
        ["CC 158: Mirev"],
    ),
    (
        "claim against",
        "the courts heard claims against activists A. Mirev, B. Dolkina over harm to the honor of C. "
        "Gorin under Art. 918 of the Civil Code.",
        ["Mirev A.", "Dolkina B.", "Gorin C. other"],
        ["CIV 918: Mirev", "CIV 918: Dolkina"],
    ),
    (
        "nobody named",
        "the court heard the cases of 18 people under Articles 269, 272 of the Criminal Code.",
        [],
        ["CC 269: None", "CC 272: None"],
    ),
    (
        "about harm",
        "Mirev Anton, the police opened a case under Article 293 Part 2 of the CC after the activist was beaten.",
        ["Mirev Anton"],
        ["CC 293/2: None"],
    ),
    (
        "a later clause",
        "Mirev A. and Dolkin B. were sentenced under Article 146, Part 3 of the CC, Gorin C. was "
        "sentenced to 9 years of prison.",
        ["Mirev A.", "Dolkin B.", "Gorin C."],
        ["CC 146/3: Mirev", "CC 146/3: Dolkin"],
    ),
    (
        "by title",
        "the court tried 18 people under Articles 269, 272 of the CC. Among them Mirev Anton is charged "
        "under the gravest article (“Mass Riots”).",
        ["Mirev Anton"],
        ["CC 269: None", "CC 272: None", "CC 272: Mirev"],
    ),
    (
        "parole",
        "Mirev Anton said that by Article 72 of the Criminal Code he may be granted parole in his case.",
        ["Mirev Anton"],
        [],
    ),
    ("another law", "the akimat refused Mirev Anton under Article 14 of the Law “On assemblies”.", ["Mirev Anton"], []),
    (
        "asked to remove",
        "police came to Mirev Anton. They asked to remove the poster under Article 505 of the "
        "CAO (violation of the rules of the city).",
        ["Mirev Anton"],
        [],
    ),
    (
        "demanded",
        "Dolkina B. sent a request to bring to criminal responsibility the adviser Mirev A. under "
        "Article 150 of the Criminal Code.",
        ["Dolkina B.", "Mirev A. official government"],
        [],
    ),
    (
        "part named once",
        "Mirev Anton, Article 272, Part 2 of the CC. He is tried under Article 272 of the CC.",
        ["Mirev Anton"],
        ["CC 272/2: Mirev"],
    ),
    (
        "kin of another",
        "Mirev A., father of Gorin C., Article 405 of the CC, was sentenced.",
        ["Mirev A.", "Gorin C."],
        ["CC 405: Mirev"],
    ),
    (
        "kin who is mentioned",
        "Mirev A., father of Gorin C., who was sentenced under Article 405 of the CC, held a picket.",
        ["Mirev A.", "Gorin C."],
        ["CC 405: Gorin"],
    ),
    ("no code", "Mirev Anton was convicted under Article 405.", ["Mirev Anton"], ["? 405: Mirev"]),
]


@pytest.mark.parametrize(("text", "names", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_charges(text: str, names: list[str], expected: list[str]) -> None:
    text = f"May 1, Urda, {text}"
    people = people_of(text, *names)
    found = []
    for c in find_charges(analyse(entry_of(text), KAZAKHSTAN), people, KAZAKHSTAN):
        who = None if c.person is None else people[c.person].surname
        found.append(f"{c.code or '?'} " + "/".join(filter(None, [c.article, c.part, c.paragraph])) + f": {who}")
    assert found == expected


def test_the_words_hold_the_article_and_a_missing_code_is_a_doubt() -> None:
    text = "May 1, Urda, Mirev Anton was convicted under Article 405, Part 2."
    (charge,) = find_charges(analyse(entry_of(text), KAZAKHSTAN), people_of(text, "Mirev Anton"), KAZAKHSTAN)
    (span,) = charge.evidence.spans
    assert "405" in text[span.start : span.end]
    assert (charge.evidence.confidence, charge.evidence.doubt) == ("medium", "the text names no code")
