"""The documentation of the API: its OpenAPI document, and the same as a page without scripts."""

from html import escape
from typing import Any

from litestar import MediaType, Response, get

from explorer.api.parts import AnyRequest

_HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>The explorer\'s API</title>'
_ABOUT = (
    "<h1>The explorer's API</h1><p>Every answer is JSON, under the session of the page. "
    '<a href="/api/openapi.json">The OpenAPI document</a> has the same for programs.</p>'
)


@get("/openapi.json", include_in_schema=False, sync_to_thread=True)
def openapi(request: AnyRequest) -> dict[str, Any]:
    """The OpenAPI document."""
    return request.app.openapi_schema.to_schema()


@get("/docs", include_in_schema=False, sync_to_thread=True)
def docs(request: AnyRequest) -> Response[str]:
    """The same for people."""
    document = request.app.openapi_schema.to_schema()
    addresses = "".join(
        _operation(path, method, operation)
        for path, methods in sorted(document["paths"].items())
        for method, operation in methods.items()
        if isinstance(operation, dict)
    )
    schemas = "".join(_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    page = f"{_HEAD}{_ABOUT}<h2>Addresses</h2>{addresses}<h2>Values</h2>{schemas}</html>"
    return Response(page, media_type=MediaType.HTML)


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(each['name'])}</code><td>{escape(_type(each.get('schema', {})))}"
        f"<td>{escape(each.get('description', ''))}"
        for each in operation.get("parameters", [])
    )
    table = f"<table><tr><th>parameter<th>type<th>what it is{rows}</table>" if rows else ""
    body = _content(operation.get("requestBody", {}))
    answer = next((_content(each) for status, each in operation["responses"].items() if status.startswith("2")), "")
    told = "".join(f"<p>{what}: {escape(type)}" for what, type in (("Takes", body), ("Answers", answer)) if type)
    heading = f"<h3><code>{method.upper()} {escape(path)}</code></h3>"
    return f"{heading}<p>{escape(operation.get('description', ''))}{told}{table}"


def _content(part: dict[str, Any]) -> str:
    return next((_type(each.get("schema", {})) for each in part.get("content", {}).values()), "")


def _schema(name: str, schema: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(field)}</code><td>{escape(_type(value))}"
        for field, value in schema.get("properties", {}).items()
    )
    about = escape(schema.get("description", ""))
    return (
        f'<h3 id="{escape(name)}"><code>{escape(name)}</code></h3><p>{about}<table><tr><th>field<th>type{rows}</table>'
    )


def _type(schema: dict[str, Any]) -> str:
    """A type in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return " or ".join(map(_type, schema[key]))
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "items" in schema:
        return f"list of {_type(schema['items'])}"
    return str(schema.get("type", "any value"))
