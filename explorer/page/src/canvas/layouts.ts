// Where things stand: by force, in layers, by kind, by time.
import type { CollectionReturnValue, Core, NodeCollection, NodeSingular } from "cytoscape";
import type { Thing } from "../api/types";
import { UNPLACED, bringToRest } from "./rest";

export const LAYOUTS = ["force", "layers", "kind", "time", "place"] as const;
export type LayoutName = (typeof LAYOUTS)[number];
/** Those that need nothing but what is on the canvas. */
export type OwnLayout = Exclude<LayoutName, "place">;
/** Above this many things a worker lays out, and nothing is animated. */
export const MANY = 200;
const LARGEST = 1.1;
const still = matchMedia("(prefers-reduced-motion: reduce)");
/** Whether so many things move to their places before the eye. */
const moves = (count: number): boolean => count <= MANY && !still.matches;

export function runLayout(cy: Core, name: OwnLayout, things: ReadonlyMap<string, Thing>, pinned: ReadonlySet<string>): void {
  const nodes = cy.nodes(":visible");
  if (name === "force") force(cy, nodes, nodes.filter((node) => pinned.has(node.id())), true);
  else if (name === "layers") layers(cy);
  else if (name === "kind") place(cy, nodes, rowsBy(nodes, (node) => String(node.data("kind"))));
  else place(cy, nodes, columnsByTime(nodes, things));
}

/** Finds places for things that came to the canvas; those that were there stay. */
export function placeNew(cy: Core, added: NodeCollection): void {
  const old = cy.nodes(":visible").difference(added);
  if (added.length > MANY) added.addClass(UNPLACED);
  if (old.empty()) {
    force(cy, added, old, true);
    return;
  }
  added.forEach((node) => {
    const near = node.neighborhood().nodes().difference(added);
    const { x, y } = near.nonempty() ? (near.first() as NodeSingular).position() : middle(cy);
    const angle = Math.random() * 2 * Math.PI;
    node.position({ x: x + 90 * Math.cos(angle), y: y + 90 * Math.sin(angle) });
  });
  force(cy, old.union(added), old, false);
}

function force(cy: Core, nodes: NodeCollection, fixed: NodeCollection, randomize: boolean): void {
  if (nodes.length > MANY) {
    bringToRest(cy, nodes, fixed, randomize, () => { cy.emit("layoutstop"); });
    return;
  }
  const constraint = fixed.map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  const options = {
    name: "fcose", quality: "default", randomize, animate: moves(nodes.length), animationDuration: 350, fit: false,
    nodeSeparation: 110, idealEdgeLength: 105, nodeRepulsion: 9000, gravity: 0.2, packComponents: true,
    nodeDimensionsIncludeLabels: true, numIter: 1500, ...(constraint.length ? { fixedNodeConstraint: constraint } : {}),
  };
  run(cy, cy.elements(":visible"), options);
}

/** Runs a layout, then shows all of it, no larger than life. */
function run(cy: Core, elements: NodeCollection | CollectionReturnValue, options: object): void {
  const layout = elements.layout(options as never);
  layout.one("layoutstop", () => showAll(cy, moves(elements.nodes().length)));
  layout.run();
}

export function showAll(cy: Core, animated: boolean): void {
  const most = cy.maxZoom();
  cy.maxZoom(LARGEST);
  const fit = { eles: cy.elements(":visible"), padding: 50 };
  if (animated) cy.stop().animate({ fit, duration: 250 });
  else cy.fit(fit.eles, fit.padding);
  cy.maxZoom(most);
}

function layers(cy: Core): void {
  const options = { name: "breadthfirst", directed: false, spacingFactor: 1.15, animate: moves(cy.nodes().length), animationDuration: 350, fit: false, avoidOverlap: true, grid: true };
  run(cy, cy.elements(":visible"), options);
}

export function place(cy: Core, nodes: NodeCollection, positions: ReadonlyMap<string, { x: number; y: number }>): void {
  const find = (node: NodeSingular): { x: number; y: number } => positions.get(node.id()) ?? node.position();
  run(cy, nodes, { name: "preset", positions: find, animate: moves(nodes.length), animationDuration: 350, fit: false });
}

function rowsBy(nodes: NodeCollection, group: (node: NodeSingular) => string): Map<string, { x: number; y: number }> {
  const positions = new Map<string, { x: number; y: number }>();
  const groups = new Map<string, NodeSingular[]>();
  nodes.forEach((node) => { groups.set(group(node), [...(groups.get(group(node)) ?? []), node]); });
  let y = 0;
  for (const row of [...groups.values()].sort((a, b) => b.length - a.length)) {
    const wide = Math.max(6, Math.ceil(Math.sqrt(row.length * 4)));
    row.forEach((node, i) => positions.set(node.id(), { x: (i % wide) * 130, y: y + Math.floor(i / wide) * 80 }));
    y += Math.ceil(row.length / wide) * 80 + 70;
  }
  return positions;
}

/** From left to right by the first day known; things without a day stand in a row below. */
function columnsByTime(nodes: NodeCollection, things: ReadonlyMap<string, Thing>): Map<string, { x: number; y: number }> {
  const dayOf = (node: NodeSingular): string => things.get(node.id())?.first ?? "";
  const dated = (nodes.filter((node) => dayOf(node) !== "").toArray() as NodeSingular[]).sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const rest = nodes.filter((node) => dayOf(node) === "").toArray() as NodeSingular[];
  const positions = new Map<string, { x: number; y: number }>();
  const tall = Math.max(4, Math.ceil(Math.sqrt(dated.length / 2)));
  dated.forEach((node, i) => positions.set(node.id(), { x: Math.floor(i / tall) * 150, y: (i % tall) * 85 }));
  rest.forEach((node, i) => positions.set(node.id(), { x: i * 130, y: tall * 85 + 90 }));
  return positions;
}

function middle(cy: Core): { x: number; y: number } {
  const { x1, x2, y1, y2 } = cy.extent();
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}
