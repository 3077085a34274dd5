"""Cells of CSV that people open in a spreadsheet: text of a report never runs as a formula there."""

# With the full-width forms, which programs of East Asia read alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def guard_formula(cell: str) -> str:
    """Put a quote before a cell that a spreadsheet would run as a formula; numbers stay numbers.

    The rule is OWASP's ("CSV Injection").
    """
    return f"'{cell}" if _is_formula(cell) else cell


def unguard_formula(cell: str) -> str:
    """The cell that :func:`guard_formula` was given."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return cell.startswith(_FORMULA) and not _is_number(cell)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
