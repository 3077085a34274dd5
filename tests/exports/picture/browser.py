"""Pages opened in Debian's Chromium, without a window, at 1400 × 900."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from exports.picture import write_picture

CHROMIUM = shutil.which("chromium")
POLICY = re.compile(r"script-src 'sha256-[^']*'")

needs_chromium = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")]


def open_page(page: str, folder: Path, script: str, policy: bool = False) -> Any:
    """What a script, added at the end of the page, assigns to ``told`` (JSON); it may ``await``.

    The page's policy allows only its own script, so it is lifted unless ``policy`` is asked for.
    """
    added = (
        f"<script>(async () => {{ let told; {script}; document.body.dataset.told = JSON.stringify(told); }})()</script>"
    )
    page = page.replace("</body>", f"{added}</body>")
    assert POLICY.search(page)
    path = folder / "picture.html"
    write_picture((page if policy else POLICY.sub("script-src 'unsafe-inline'", page)).encode(), path)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom", "--window-size=1400,900"]
    command = [str(CHROMIUM), *flags, "--virtual-time-budget=4000", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run([*command, path.as_uri()], check=True, capture_output=True, text=True, timeout=90)
    found = re.search(r'<body[^>]* data-told="([^"]*)"', done.stdout)
    return json.loads(html.unescape(found[1])) if found else None


# Which pairs of drawn things overlap, by their boxes on the screen, and what is outside of the window.
OVERLAPS = """
const shown = [...document.querySelectorAll("svg .thing:not(.off)")].flatMap(thing =>
  [...thing.querySelectorAll(".sign, text")].map(part => ({ i: thing.dataset.i, r: part.getBoundingClientRect() })));
told = { overlaps: [], outside: [], unnamed: 0, things: document.querySelectorAll("svg .thing").length };
for (const a of shown) {
  if (a.r.left < 0 || a.r.top < 0 || a.r.right > innerWidth || a.r.bottom > innerHeight) told.outside.push(a.i);
  for (const b of shown) if (a.i < b.i && a.r.left < b.r.right - .5 && b.r.left < a.r.right - .5 &&
      a.r.top < b.r.bottom - .5 && b.r.top < a.r.bottom - .5) told.overlaps.push([a.i, b.i]);
}
for (const t of document.querySelectorAll("svg .thing")) told.unnamed += t.textContent.trim() ? 0 : 1;
"""
