"""A report that leaves open who is who, for the tests of reviews."""

from pathlib import Path

# An initial that fits two given names: whatever the rules learn, they cannot know whose it is.
MAY = """MONITORING OF POLITICAL PERSECUTION IN THE REPUBLIC OF VELMORIA FROM MAY 1 TO MAY 31, 2031

May 2, Marenth, Corvannel Ishta, a baker, was detained at the tram depot[1].

May 4, Pessarin, Corvannel I. was sentenced to 5 days of arrest for “whistling at the regatta”[2].

May 7, Marenth, Corvannel Imra, a sailor, was detained by the police[3].

References:
1. https://news.example/1
2. https://news.example/2
3. https://news.example/3
"""


def write_may(folder: Path) -> Path:
    """Write the report into a folder."""
    report = folder / "may.txt"
    report.write_text(MAY, encoding="utf-8")
    return report
