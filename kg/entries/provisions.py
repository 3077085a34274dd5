"""The id of a provision, made from its code, article, part and paragraph."""

NO_CODE = "?"
"""Stands for the code where a text names none: such an article is never joined to a coded one (design)."""


def provision_id(code: str | None, article: str, part: str | None = None, paragraph: str | None = None) -> str:
    """``CC:272/2/7``; ``?:918`` where no code is known."""
    return f"{code or NO_CODE}:" + "/".join(filter(None, (article, part, paragraph)))
