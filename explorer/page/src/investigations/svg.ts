// The canvas as an SVG file: what is shown, in the colours of the theme, without any script or address.
import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { outline } from "../canvas/schema";
import { kindOf } from "../canvas/schema";
import { colour } from "../shell/theme";

const MARGIN = 60;
const DASHES: Record<string, string> = { alleged: "6 4", requested: "6 4", denied: "2 3" };

export function drawSvg(cy: Core): string {
  const shown = cy.elements(":visible");
  const box = shown.boundingBox({});
  const width = Math.ceil(box.w + 2 * MARGIN), height = Math.ceil(box.h + 2 * MARGIN);
  const ground = colour("--canvas"), ink = colour("--ink"), line = colour("--line-strong"), bad = colour("--bad");
  const edges = shown.edges().map((edge) => drawEdge(edge, line, bad)), nodes = shown.nodes().map((node) => drawNode(node, ink, ground));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.x1 - MARGIN} ${box.y1 - MARGIN} ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect x="${box.x1 - MARGIN}" y="${box.y1 - MARGIN}" width="${width}" height="${height}" fill="${ground}"/>`,
    ...edges, ...nodes, "</svg>",
  ].join("\n");
}

function drawEdge(edge: EdgeSingular, stroke: string, bad: string): string {
  const a = edge.source().position(), b = edge.target().position();
  const look = String(edge.data("look"));
  const dash = DASHES[look] ? ` stroke-dasharray="${DASHES[look]}"` : "";
  const drawn = `<line x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(b.x)}" y2="${round(b.y)}" stroke="${stroke}" stroke-width="${Number(edge.data("width"))}"${dash}><title>${escape(String(edge.data("label")))}</title></line>`;
  if (look !== "denied") return drawn;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1, x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
  const dx = (-(b.y - a.y) / length) * 6, dy = ((b.x - a.x) / length) * 6;
  return `${drawn}<line x1="${round(x - dx)}" y1="${round(y - dy)}" x2="${round(x + dx)}" y2="${round(y + dy)}" stroke="${bad}" stroke-width="2"/>`;
}

function drawNode(node: NodeSingular, ink: string, ground: string): string {
  const { x, y } = node.position();
  const size = Number(node.data("size")), scale = size / 15, kind = kindOf(String(node.data("kind")));
  const standing = String(node.data("standing")), open = standing !== "stated" && standing !== "found";
  const look = open ? ` fill-opacity="0.3" stroke="${kind.colour}" stroke-dasharray="2 1.5"` : ` stroke="${ground}"`;
  const label = node.hasClass("unlabelled") ? "" : String(node.data("label")).split("\n").map((line, i) => `<text x="${round(x)}" y="${round(y + size / 2 + 14 + 13 * i)}" text-anchor="middle" fill="${ink}">${escape(line)}</text>`).join("");
  return `<path transform="translate(${round(x - 8 * scale)} ${round(y - 8 * scale)}) scale(${round(scale)})" d="${outline(kind.shape)}" fill="${kind.colour}"${look}/>${label}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
