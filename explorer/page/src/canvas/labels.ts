// Which labels are shown: the most important first, each only where none that is shown already would be covered.
import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { withDays } from "../language/strings";

interface Box { x1: number; y1: number; x2: number; y2: number }
const CELL = 120;
const SMALLEST = 7;
/** Sizes of letters at a zoom of 1; further out they grow, so that a few things can be read however far apart they stand. */
export const FONT = 11, LINE_FONT = 9.5;
const MOST_GROWN = 2.2;
const HEIGHT = 15;
const LONGEST = 26;
/** Pixels of a letter at a font of 11 pixels, about. */
const LETTER = 6.1;

/** A label in at most two lines: what it is, and its day. Longer names are cut; the panel has them whole. */
export function labelText(label: string): string {
  const [, what = label, when = ""] = /^(.*?),? (\d{4}-\d{2}(?:-\d{2})?)$/.exec(label) ?? [];
  const lines = when ? [withDays(what), withDays(when)] : halves(withDays(label));
  return lines.map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line)).join("\n");
}

/** A long name in two lines of about one length, cut between words. */
function halves(text: string): string[] {
  if (text.length <= LONGEST - 6) return [text];
  const breaks = [...text.matchAll(/ /g)].map((found) => found.index);
  const middle = breaks.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** Gives the class `unlabelled` to whatever's label would pile up, or be too small to read. */
export function placeLabels(cy: Core): void {
  const zoom = cy.zoom();
  const grown = Math.round(10 * Math.min(MOST_GROWN, Math.max(1, 0.95 / zoom))) / 10;
  const view = cy.extent();
  const taken = new Map<string, Box[]>();
  cy.batch(() => {
    const nodes = cy.nodes(":visible").toArray() as NodeSingular[];
    const seen = nodes.filter((node) => inside(node.position(), view));
    for (const node of seen) occupy(taken, bodyOf(node, zoom));
    for (const node of seen.sort((a, b) => weight(b) - weight(a))) {
      const box = labelOf(node, zoom, grown);
      const shown = FONT * grown * zoom >= SMALLEST && (node.selected() || !covered(taken, box));
      node.toggleClass("unlabelled", !shown);
      if (shown && node.data("font") !== FONT * grown) node.data("font", FONT * grown);
      if (shown) occupy(taken, box);
    }
    for (const edge of cy.edges(":visible").toArray() as EdgeSingular[]) {
      const box = edgeLabelOf(edge, zoom, grown);
      const shown = box !== null && LINE_FONT * grown * zoom >= SMALLEST && !covered(taken, box);
      edge.toggleClass("unlabelled", !shown);
      if (shown && edge.data("font") !== LINE_FONT * grown) edge.data("font", LINE_FONT * grown);
      if (shown && box) occupy(taken, box);
    }
  });
}

function weight(node: NodeSingular): number {
  return (node.selected() ? 1e6 : 0) + Number(node.data("size")) * 10 + node.degree(false);
}

function bodyOf(node: NodeSingular, zoom: number): Box {
  const { x, y } = node.renderedPosition();
  const half = (Number(node.data("size")) * zoom) / 2;
  return { x1: x - half, y1: y - half, x2: x + half, y2: y + half };
}

function labelOf(node: NodeSingular, zoom: number, grown: number): Box {
  const { x, y } = node.renderedPosition();
  const lines = String(node.data("label")).split("\n");
  const width = (Math.max(...lines.map((line) => line.length)) * LETTER * grown + 6) * zoom;
  const top = y + (Number(node.data("size")) / 2 + 4) * zoom;
  return { x1: x - width / 2, y1: top, x2: x + width / 2, y2: top + (HEIGHT * lines.length * grown + 2) * zoom };
}

/** The box around a line's label, which runs along the line; none where the line is too short for it. */
function edgeLabelOf(edge: EdgeSingular, zoom: number, grown: number): Box | null {
  const a = edge.source().renderedPosition(), b = edge.target().renderedPosition();
  const length = Math.hypot(a.x - b.x, a.y - b.y);
  const width = Math.min(140, String(edge.data("label")).length * LETTER * 0.86 + 4) * zoom * grown;
  if (!length || width > length - 30 * zoom) return null;
  const across = (Math.abs(a.x - b.x) / length) * width + HEIGHT * zoom * grown * 0.7;
  const down = (Math.abs(a.y - b.y) / length) * width + HEIGHT * zoom * grown * 0.7;
  const x = (a.x + b.x) / 2, y = (a.y + b.y) / 2;
  return { x1: x - across / 2, y1: y - down / 2, x2: x + across / 2, y2: y + down / 2 };
}

function inside(point: { x: number; y: number }, view: Box): boolean {
  return point.x >= view.x1 - 80 && point.x <= view.x2 + 80 && point.y >= view.y1 - 40 && point.y <= view.y2 + 40;
}

function cells({ x1, y1, x2, y2 }: Box): string[] {
  const found: string[] = [];
  for (let i = Math.floor(x1 / CELL); i <= Math.floor(x2 / CELL); i++) {
    for (let j = Math.floor(y1 / CELL); j <= Math.floor(y2 / CELL); j++) found.push(`${i}:${j}`);
  }
  return found;
}

function occupy(taken: Map<string, Box[]>, box: Box): void {
  for (const cell of cells(box)) {
    const boxes = taken.get(cell);
    if (boxes) boxes.push(box);
    else taken.set(cell, [box]);
  }
}

function covered(taken: Map<string, Box[]>, box: Box): boolean {
  return cells(box).some((cell) => taken.get(cell)?.some((other) => other.x1 < box.x2 && box.x1 < other.x2 && other.y1 < box.y2 && box.y1 < other.y2));
}
