"""Words of English grammar that the reading of acts leans on: closed classes, the same in every report."""

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
    "'t", "again", "all", "already", "also", "both", "currently", "each", "even", "first", "however", "just", "later",
    "never", "nor", "not", "now", "once", "only", "simply", "soon", "still", "then", "together", "twice",
})
PREPOSITIONS = frozenset({
    "about", "across", "after", "against", "alongside", "among", "around", "at", "because", "before", "behind",
    "beside", "between", "by", "concerning", "despite", "due", "during", "for", "from", "in", "including", "inside",
    "into", "involving", "like", "near", "of", "on", "outside", "over", "per", "regarding", "since", "than",
    "through", "till", "to", "toward", "towards", "under", "until", "upon", "via", "with", "within", "without",
})
DETERMINERS = frozenset({
    "a", "all", "an", "another", "any", "each", "every", "five", "four", "her", "his", "its", "many", "my", "no",
    "other", "our", "several", "six", "some", "that", "the", "their", "these", "this", "those", "three", "two", "your",
})
# Words that open a clause.
MARKERS = frozenset({
    "after", "although", "as", "because", "before", "but", "how", "if", "since", "so", "that", "though", "unless",
    "until", "what", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose", "why",
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
# They end in -ly and are no adverbs.
NOT_ADVERBS = frozenset({
    "apply", "assembly", "belly", "family", "fly", "italy", "july", "rally", "reply", "supply",
})
# fmt: on
