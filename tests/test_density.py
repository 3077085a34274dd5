"""Functions stay small, and are not folded sideways to look small.

What is counted (``benchmarks/structure.py``): a *decision* is an ``if`` or ``elif``, ``for``, ``while``, ``except`` or
``case``; the second and every further operand of ``and`` and ``or``; a conditional expression; the ``for`` of a
comprehension, and each ``if`` of one. The lines of a function run from ``def`` to its last line without its docstring.
A nested function is counted by itself, a lambda in the function around it.

- *Complexity*: one and all decisions but the ``for`` of comprehensions (McCabe's number, with what ruff's C901 does not
  see), at most 15.
- *Density*: decisions a line, below 0.8 in every function of 12 lines or more. No function of Datasette,
  sqlite-utils, eyecite, followthemoney, nomenklatura or rigour reaches that; when this test was written, a quarter of
  the functions of that size did here (a fifth, if docstrings count as lines).

``ingest/extract/acts`` is left out until it is rewritten.
"""

from benchmarks.structure import COMPLEX, DENSE, Function, read_modules

LEFT_OUT = "ingest.extract.acts."

# Functions over a limit when the test was written. Remove a name when its function is fixed; add none.
STILL_OVER = frozenset(
    """
    ingest.extract.persons.offices:_meaning_behind
    ingest.extract.persons.offices:_serves
    ingest.extract.persons.offices:_speaks
    ingest.extract.persons.persons:_gather
    ingest.extract.persons.roles:_settle
    """.splitlines()
)


def over_the_limits() -> dict[str, Function]:
    functions = [function for module in read_modules() for function in module.functions]
    return {f.name: f for f in functions if f.complexity > COMPLEX or f.is_dense}


def test_functions_stay_small_and_are_not_folded_sideways() -> None:
    listed = {line.strip() for line in STILL_OVER}
    new = [f for name, f in over_the_limits().items() if name not in listed and not name.startswith(LEFT_OUT)]
    assert not new, "\n".join(
        f"{f.name}: complexity {f.complexity} (at most {COMPLEX}), {f.density:.2f} decisions a line (below {DENSE})"
        for f in new
    )


def test_fixed_functions_leave_the_list() -> None:
    listed = {line.strip() for line in STILL_OVER if line.strip() and not line.strip().startswith("#")}
    fixed = listed - set(over_the_limits())
    assert not fixed, f"now within the limits, moved or renamed; remove from STILL_OVER: {sorted(fixed)}"
