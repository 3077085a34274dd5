"""Words of English grammar that the reading of acts leans on: closed classes, the same in every report."""

from ingest.extract.acts.lexicon import slots

# fmt: off
# Auxiliaries.
BE = frozenset({
    "'re", "am", "are", "be", "been", "being", "is", "was", "were",
})
HAVE = frozenset({
    "'ve", "had", "has", "have", "having",
})
MODAL = frozenset({
    "'ll", "can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would",
})
DO = frozenset({
    "did", "didn", "do", "does", "doesn", "don",
})
NOT = frozenset({
    "'t", "never", "nor", "not",
})
ADVERBS = frozenset({
    "'t", "again", "all", "almost", "already", "also", "both", "currently", "each", "even", "first", "however",
    "indeed", "instead", "just", "later", "meanwhile", "never", "nevertheless", "nor", "not", "now", "once", "only",
    "perhaps", "simply", "soon", "still", "then", "thus", "together", "twice",
})
PREPOSITIONS = slots.PREPOSITIONS
DETERMINERS = frozenset({
    "a", "all", "an", "another", "any", "each", "every", "five", "four", "her", "his", "its", "many", "my", "no",
    "other", "our", "several", "six", "some", "that", "the", "their", "these", "this", "those", "three", "two", "your",
})
INDEFINITE = frozenset({
    "a", "an", "another", "any", "each", "every", "many", "no", "one", "other", "others", "several", "some",
})
# Words that open a clause.
MARKERS = frozenset({
    "after", "although", "as", "because", "before", "but", "how", "if", "since", "so", "that", "though", "unless",
    "until", "what", "when", "where", "whereas", "whereby", "whether", "which", "while", "who", "whom", "whose", "why",
})
SUBJECT_PRONOUNS = frozenset({
    "he", "i", "it", "people", "she", "that", "they", "we", "which", "who", "you",
})
# Nouns behind a name that are the named thing itself.
NOUN_PARTS = frozenset({
    "agency", "association", "channel", "company", "editorial", "foundation", "fund", "movement", "newspaper",
    "newsroom", "organisation", "organization", "outlet", "party", "portal", "publication", "site", "tv", "website",
    "youtube",
})
# "In the morning X was taken": a word of time ends what its preposition governs.
TIMES = frozenset({
    "afternoon", "day", "evening", "midnight", "morning", "night", "noon", "rally", "today", "week",
})
# Words within the citing of a provision.
LAW_WORDS = frozenset({
    "administrative", "and", "aricle", "art", "article", "articles", "civil", "clause", "clauses", "code", "codes",
    "constitution", "criminal", "executive", "item", "items", "law", "note", "of", "offences", "offenses",
    "paragraph", "paragraphs", "part", "parts", "point", "points", "procedure", "republic", "rk", "subparagraph",
    "subparagraphs", "the",
})
# What follows these says what a rally or poster is about.
SLOGAN_WORDS = frozenset({
    "banner", "banners", "chant", "chanted", "chanting", "inscription", "inscriptions", "placard", "placards",
    "poster", "posters", "slogan", "slogans", "subject", "theme", "themes", "topic", "topics",
})
# Behind these, "to" governs a noun.
SUBJECTING = frozenset({"exposed", "subjected", "subject", "resorted", "resort", "resorting", "sentenced", "objected"})
# They end in -ing and are nouns as often as verbs.
NOUNS_IN_ING = frozenset({
    "beating", "briefing", "building", "gathering", "hearing", "killing", "meeting", "ruling", "sitting", "warning",
})
# They end in -ly and are no adverbs.
NOT_ADVERBS = frozenset({
    "apply", "assembly", "belly", "family", "fly", "italy", "july", "rally", "reply", "supply",
})
ARTICLES = frozenset({"a", "an", "the"})
CONJUNCTIONS = frozenset({"and", "or"})
# Pronouns that stand for people.
PERSONAL = frozenset({
    "both", "everybody", "everyone", "he", "her", "herself", "him", "himself", "i", "me", "she", "them", "themselves",
    "they", "us", "we", "who", "whom",
})
REFLEXIVE = frozenset({"herself", "himself", "itself", "themselves"})
# Pronouns that are subjects and never objects of a preposition.
NOMINATIVE = frozenset({"all", "both", "each", "everyone", "he", "i", "it", "she", "they", "we"})
NEGATIVE = frozenset({"neither", "no", "nobody", "none", "nothing"})
# Behind a verb these belong to it: "took X away".
PARTICLES = frozenset({"aside", "away", "back", "down", "free", "home", "in", "off", "out", "over", "up"})
# Words that count, and those that do so behind "a": "a dozen".
NUMERALS = frozenset({
    "all", "both", "dozens", "each", "eight", "eighty", "eleven", "fifty", "five", "forty", "four", "hundred",
    "hundreds", "many", "most", "nine", "one", "several", "seven", "six", "sixty", "some", "ten", "thirty", "three",
    "twelve", "twenty", "two",
})
ROUND_NUMBERS = frozenset({"couple", "dozen", "few", "half", "hundred", "quarter", "third", "thousand"})
# Before a number these say how exact it is.
APPROXIMATE = frozenset({
    "about", "almost", "around", "at", "least", "more", "nearly", "over", "some", "than", "to", "up",
})
# "Among those detained were X and Y": what follows is part of what is spoken of.
INCLUSIVE = frozenset({"among", "including", "like", "than"})
# A phrase with one of these may stand between a helper and its participle: "was by the court returned".
BESIDE_PARTICIPLE = frozenset({
    "at", "by", "during", "for", "from", "in", "on", "since", "to", "with", "without",
})
TIME_UNITS = frozenset({
    "day", "days", "hour", "hours", "minute", "minutes", "month", "months", "week", "weeks", "year", "years",
})
MONTHS = frozenset({
    "april", "august", "december", "february", "january", "july", "june", "march", "may", "november", "october",
    "september",
})
# fmt: on
