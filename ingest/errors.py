"""The one family of errors.

It lives at the bottom of the imports (``ingest`` imports nothing of the project) so that every package can raise it.
A message is one sentence or two: what is wrong, with the file and line or the value, and what to do next. It carries
no text of a report: messages end up in terminals, logs and bug reports.
"""


class KgError(Exception):
    """Something the user can understand and act on; shown without a traceback."""


class LexiconError(KgError):
    """A lexicon, gazetteer, schema or query file is not as it should be; the message names the file and the place."""


class ReportRefused(KgError):
    """A file was not accepted as a report; the message names the file and what to do."""


class CountryUnknown(ReportRefused):
    """A text names no country that there are rules for, or as much of two; the message lists the packs."""


class OtherCountry(ReportRefused):
    """A text is about a country that there are no rules for; the message names it and lists the packs."""

    def __init__(self, message: str, country: str) -> None:
        super().__init__(message)
        self.country = country


class PeriodUnknown(ReportRefused):
    """The report does not say which month it is about; the message asks for ``--period``."""
