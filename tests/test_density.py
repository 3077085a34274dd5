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
"""

from benchmarks.structure import COMPLEX, DENSE, read_modules


def test_functions_stay_small_and_are_not_folded_sideways() -> None:
    functions = [f for module in read_modules() for f in module.functions]
    over = [f for f in functions if f.complexity > COMPLEX or f.is_dense]
    assert functions and not over, "\n".join(
        f"{f.name}: complexity {f.complexity} (at most {COMPLEX}), {f.density:.2f} decisions a line (below {DENSE})"
        for f in over
    )
