// Runs in a worker: lets things repel each other and lines pull, a little at a time, and says where everything stands.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { SimulationLinkDatum, SimulationNodeDatum } from "d3-force";

/** `places` are x and y of each thing by turns, NaN where a thing has none; `lines` are numbers of things, two a line. */
export interface Task { places: Float64Array; fixed: readonly number[]; lines: Uint32Array }
export interface Told { places: Float64Array; share: number }

/** Rounds until everything is at rest, fewer the more there is to do. */
const FEWEST = 60, MOST = 160, WORK = 160_000;
const TELL_EVERY = 700;
const DISTANCE = 62;

function simulate({ places, fixed, lines }: Task, tell: (told: Told) => void): void {
  const nodes = nodesOf(places, fixed), links: SimulationLinkDatum<SimulationNodeDatum>[] = [];
  for (let i = 0; i < lines.length; i += 2) links.push({ source: lines[i] as number, target: lines[i + 1] as number });
  const rounds = Math.round(Math.min(MOST, Math.max(FEWEST, WORK / Math.max(1, nodes.length))));
  const simulation = forceSimulation(nodes)
    .force("links", forceLink(links).distance(DISTANCE))
    .force("apart", forceManyBody().strength(-230).theta(1.2).distanceMax(1200))
    .force("x", forceX().strength(0.045)).force("y", forceY().strength(0.07))
    .alphaDecay(1 - Math.pow(0.001, 1 / rounds)).velocityDecay(0.45).stop();
  let told = performance.now();
  for (let round = 1; round <= rounds; round++) {
    simulation.tick();
    if (round < rounds && performance.now() - told < TELL_EVERY) continue;
    tell({ places: placesOf(nodes), share: round / rounds });
    told = performance.now();
  }
}

function nodesOf(places: Float64Array, fixed: readonly number[]): SimulationNodeDatum[] {
  const nodes: SimulationNodeDatum[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const x = places[i] as number, y = places[i + 1] as number;
    nodes.push(Number.isNaN(x) ? {} : { x, y });
  }
  for (const i of fixed) {
    const node = nodes[i] as SimulationNodeDatum;
    if (node.x !== undefined && node.y !== undefined) { node.fx = node.x; node.fy = node.y; }
  }
  return nodes;
}

function placesOf(nodes: readonly SimulationNodeDatum[]): Float64Array {
  const places = new Float64Array(2 * nodes.length);
  nodes.forEach((node, i) => { places[2 * i] = node.x ?? 0; places[2 * i + 1] = node.y ?? 0; });
  return places;
}

self.onmessage = ({ data }: MessageEvent<Task>): void => simulate(data, (told) => self.postMessage(told));
