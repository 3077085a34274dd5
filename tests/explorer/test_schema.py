"""Schemathesis asks every address what the OpenAPI document promises: no request breaks the server."""

from pathlib import Path
from typing import Any, cast

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from litestar.types import ASGIApp
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from explorer.app import SlashesInIds, make_api
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from kg import Workspace

EXAMPLES = 5
# Seconds: some answers begin a process, and other tests run beside this one.
PATIENCE = 300


def test_every_address_answers_as_its_document_says(own_workspace: Path) -> None:
    graphs = WorkspaceGraphs(Workspace.open(own_workspace))
    app = SlashesInIds(cast(ASGIApp, make_api(graphs)))
    schema: Any = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        # Each of these begins a process.
        few = 2 if operation.method == "delete" else EXAMPLES

        @settings(max_examples=few, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            response = case.call(timeout=PATIENCE)
            case.validate_response(
                response,
                checks=[
                    not_a_server_error,
                    content_type_conformance,
                    response_schema_conformance,
                    status_code_conformance,
                ],
            )

        ask()
        asked.add(operation.label)
    graphs.close()
    assert len(asked) > 25 and "GET /api/things/{id}" in asked
