"""How long a picture of N nodes takes to settle in Chromium: ``python benchmarks/picture.py [N]`` (default 300).

Prints the page's own clock at the end of stabilisation, in milliseconds since the page was opened, for three runs.
"""

import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from exports.picture import draw, write_picture
from kg.graph.value import Graph, Node, Relationship, make_graph
from kg.schema.schema import load_schema


def random_graph(size: int) -> Graph:
    """People, acts and cases in the proportion of real reports: each act has a person or two, each case some acts."""
    chance = random.Random(1)
    people = [Node("Person", f"p{i}", {"id": f"p{i}", "name": f"Person {i}"}) for i in range(size // 3)]
    acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "detention"}) for i in range(size // 2)]
    cases = [Node("Case", f"c{i}", {"id": f"c{i}", "title": f"Case {i}"}) for i in range(size - size // 3 - size // 2)]
    pairs = sorted({(chance.choice(people).key, act.key) for act in acts * 2})
    involved = [Relationship("INVOLVED_IN", person, act, {"role": "to"}) for person, act in pairs]
    in_case = [Relationship("IN_CASE", act.key, chance.choice(cases).key, {}) for act in acts]
    return make_graph([*people, *acts, *cases], [*involved, *in_case])


def settle_time(page: str, folder: Path) -> str:
    """Milliseconds of real time on the page's clock; the browser is ended as soon as it says so on its console."""
    path = folder / "picture.html"
    probe = (
        "<script>setInterval(() => { const at = document.body.dataset.settled;"
        "if (at) console.log('settled after ' + at + ' ms') }, 50)</script></body>"
    )
    write_picture(page.replace("</body>", probe), path)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--remote-debugging-port=0"]
    command = ["chromium", *flags, f"--user-data-dir={folder / 'profile'}", path.as_uri()]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as browser:
        found = next(
            (m[0] for line in browser.stderr or () if (m := re.search(r"settled after \d+ ms", line))), "never"
        )
        browser.kill()
    return found


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    graph = random_graph(size)
    page = draw(graph, [n.key for n in graph.nodes], load_schema(), f"{size} things", None)
    for _ in range(3):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            print(f"{size} nodes, {len(graph.relationships)} lines: {settle_time(page, Path(folder))}")


if __name__ == "__main__":
    main()
