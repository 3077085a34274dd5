// Brings many things to rest in a worker, so that the page goes on answering meanwhile.
import { signal } from "@preact/signals";
import type { Core, NodeCollection, NodeSingular } from "cytoscape";
import type { Task, Told } from "./simulation";

/** How far it is, from 0 to 1; null while nothing moves. */
export const share = signal<number | null>(null);
/** Things of this class are not drawn: they have no place yet. */
export const UNPLACED = "unplaced";
const PADDING = 50, LARGEST = 1.1;

interface Run { worker: Worker; cy: Core; nodes: readonly NodeSingular[]; places: Float64Array | null; done: () => void }
let running: Run | null = null;

/** Moves things, all but those in `fixed`, from where they are (`anew`: from nowhere), and calls `done` at rest. */
export function bringToRest(cy: Core, all: NodeCollection, fixed: NodeCollection, anew: boolean, done: () => void): void {
  end();
  const nodes = all.toArray() as NodeSingular[];
  const worker = new Worker("simulation.js", { type: "module" });
  const run: Run = { worker, cy, nodes, places: null, done };
  running = run;
  share.value = 0;
  worker.onmessage = ({ data }: MessageEvent<Told>): void => {
    run.places = data.places;
    if (cy.destroyed()) end();
    else if (data.share >= 1) stop();
    else share.value = data.share;
  };
  worker.postMessage(taskOf(all, nodes, fixed, anew));
}

/** Leaves everything where it is now, and shows it. */
export function stop(): void {
  if (!running) return;
  const { cy, nodes, places, done } = running;
  end();
  if (places) move(cy, nodes, places);
  done();
}

/** Gives up without a word: what was moved is gone. */
export function end(): void {
  running?.worker.terminate();
  running = null;
  share.value = null;
}

function taskOf(all: NodeCollection, nodes: readonly NodeSingular[], fixed: NodeCollection, anew: boolean): Task {
  const numbers = new Map(nodes.map((node, i) => [node.id(), i]));
  const lines = all.connectedEdges().toArray().flatMap((edge) => {
    const ends = [numbers.get(edge.data("source")), numbers.get(edge.data("target"))];
    return ends.every((end) => end !== undefined) ? (ends as number[]) : [];
  });
  const places = new Float64Array(2 * nodes.length);
  nodes.forEach((node, i) => {
    const { x, y } = anew && !fixed.contains(node) ? { x: NaN, y: NaN } : node.position();
    places[2 * i] = x;
    places[2 * i + 1] = y;
  });
  return { places, fixed: fixed.toArray().flatMap((node) => numbers.get(node.id()) ?? []), lines: Uint32Array.from(lines) };
}

function move(cy: Core, nodes: readonly NodeSingular[], places: Float64Array): void {
  cy.batch(() => nodes.forEach((node, i) => {
    if (!node.locked()) node.position({ x: places[2 * i] as number, y: places[2 * i + 1] as number });
    node.removeClass(UNPLACED);
  }));
  showPlaces(cy, places);
}

/** Fits the window around places. Cytoscape would measure every label first. */
function showPlaces(cy: Core, places: Float64Array): void {
  const xs = places.filter((_, i) => i % 2 === 0), ys = places.filter((_, i) => i % 2 === 1);
  const left = least(xs), right = -least(xs.map((x) => -x)), top = least(ys), bottom = -least(ys.map((y) => -y));
  const zoom = Math.min(LARGEST, (cy.width() - 2 * PADDING) / Math.max(1, right - left), (cy.height() - 2 * PADDING) / Math.max(1, bottom - top));
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 } });
}

function least(values: Float64Array): number {
  return values.reduce((found, value) => Math.min(found, value), Infinity);
}
