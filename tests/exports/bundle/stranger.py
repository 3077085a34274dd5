"""What a receiver may write, who has the bundle and no program of ours: verify it, and ask it three questions."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pyoxigraph

ARTICLE = "CC:207"


def main(path: str, signers: str) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest, signature = files.pop("manifest.json"), files.pop("manifest.json.sig")
    with Path("manifest.json.sig").open("wb") as file:
        file.write(signature)
    command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "committee@example.org", "-n", "casegraph-bundle"]
    subprocess.run([*command, "-s", "manifest.json.sig"], input=manifest, check=True, stdout=subprocess.DEVNULL)
    described = json.loads(manifest)["files"]
    assert files.keys() == described.keys()
    for name, data in files.items():
        assert hashlib.sha256(data).hexdigest() == described[name]["sha256"], name

    store = pyoxigraph.Store()
    store.load(files["graph.ttl"], format=pyoxigraph.RdfFormat.TURTLE)
    answers = {}
    for question in ("charged_under", "in_custody", "requested_only"):
        text = files[f"sparql/{question}.rq"].decode().replace('"CC:405"', f'"{ARTICLE}"')
        rows = store.query(text)
        names = [variable.value for variable in rows.variables]
        answers[question] = [{name: row[name].value for name in names if row[name]} for row in rows]
    return answers


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    assert not {name.split(".")[0] for name in sys.modules} & {"kg", "exports", "ingest", "queries", "briefings"}
    print(json.dumps(found))
