# `kg` in a container: docker build -t casegraph-kg . ; docs/neo4j.md says how to use it beside a Neo4j.
# The Python that the tests run on, and a system whose C library the embedded store's wheel asks for (glibc 2.28 or newer).
FROM python:3.11.14-slim-bookworm AS built
WORKDIR /tree
RUN python -m venv /opt/kg
# Only what runs, in the versions and hashes of requirements.lock (`make lock` writes both).
COPY requirements-run.lock ./
RUN /opt/kg/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-run.lock
COPY pyproject.toml README.md LICENSE ./
COPY ingest ingest
COPY kg kg
COPY queries queries
COPY briefings briefings
COPY exports exports
COPY explorer explorer
RUN /opt/kg/bin/python -m pip install --no-cache-dir --no-index --no-deps --no-build-isolation .

FROM python:3.11.14-slim-bookworm
RUN useradd --uid 1000 --create-home kg
COPY --from=built /opt/kg /opt/kg
USER kg
WORKDIR /work
ENTRYPOINT ["/opt/kg/bin/kg"]
CMD ["--help"]
