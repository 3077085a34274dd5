// The canvas's state: the picture with its past and future, what is selected, and what the filters leave.
import { batch, computed, signal } from "@preact/signals";
import { get, send, encode } from "../api/client";
import type { Line, Neighbour, Network } from "../api/types";
import { counted, t } from "../language/strings";
import { say, sayError } from "../shell/messages";
import { EMPTY, add, hide, leavesOf, note, pin, remove, renew, showAll } from "./picture";
import type { Picture, Point } from "./picture";

const DEPTH = 100;
export const picture = signal<Picture>(EMPTY);
const past = signal<readonly Picture[]>([]);
const future = signal<readonly Picture[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

export type Selection = { type: "thing"; id: string } | { type: "line"; source: string; target: string } | null;
export const selection = signal<Selection>(null);
/** Ids of all selected things, where there are several. */
export const chosen = signal<readonly string[]>([]);
export const hiddenKinds = signal<ReadonlySet<string>>(new Set());
/** ISO days between which something must be known of a thing. */
export const period = signal<readonly [string, string] | null>(null);
/** Where the drawing has the things now; the canvas sets it. */
export const drawn: { positions: () => Map<string, Point> } = { positions: () => new Map() };

/** Ids of the things that the filters leave on the canvas. */
export const visible = computed<ReadonlySet<string>>(() => {
  const { things, hidden } = picture.value;
  const between = period.value;
  const left = new Set<string>();
  for (const thing of things.values()) {
    if (hidden.has(thing.id) || hiddenKinds.value.has(thing.kind)) continue;
    if (!between || inPeriod(thing.first, thing.last, between)) left.add(thing.id);
  }
  return left;
});

export function inPeriod(first: string | null, last: string | null, [from, until]: readonly [string, string]): boolean {
  if (!first && !last) return true;
  const begins = (first ?? last ?? "").slice(0, 10);
  const ends = (last ?? first ?? "").slice(0, 10);
  return begins <= until && `${ends}~` >= from;
}

export function lineInPeriod(line: Line): boolean {
  return !period.value || inPeriod(line.since, line.until, period.value);
}

export function change(next: Picture): void {
  if (next === picture.value) return;
  batch(() => {
    past.value = [...past.value.slice(-DEPTH), withPositions(picture.value)];
    future.value = [];
    picture.value = withPositions(next);
    forgetMissing();
  });
}

export function undo(): void {
  const before = past.value.at(-1);
  if (!before) return;
  batch(() => {
    further.value = new Map();
    past.value = past.value.slice(0, -1);
    future.value = [...future.value, withPositions(picture.value)];
    picture.value = before;
    forgetMissing();
  });
}

export function redo(): void {
  const after = future.value.at(-1);
  if (!after) return;
  batch(() => {
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, withPositions(picture.value)];
    picture.value = after;
    forgetMissing();
  });
}

function withPositions(one: Picture): Picture {
  const positions = new Map(one.positions);
  for (const [id, point] of drawn.positions()) if (one.things.has(id)) positions.set(id, point);
  return { ...one, positions };
}

function forgetMissing(): void {
  const { things } = picture.value;
  const now = selection.value;
  if (now?.type === "thing" && !things.has(now.id)) selection.value = null;
  if (now?.type === "line" && !(things.has(now.source) && things.has(now.target))) selection.value = null;
  chosen.value = chosen.value.filter((id) => things.has(id));
}

export function addNetwork(network: Network): void {
  change(add(picture.value, network));
}

/** Puts things on the canvas, with the lines to what is there already. */
export async function addThings(ids: readonly string[]): Promise<void> {
  const all = [...new Set([...picture.value.things.keys(), ...ids])];
  try {
    addNetwork(await send<Network>("POST", "network", { ids: all }));
    const [only] = ids;
    if (ids.length === 1 && only) selection.value = { type: "thing", id: only };
  } catch (error) {
    sayError(error);
  }
}

export async function startWith(ids: readonly string[]): Promise<void> {
  if (picture.value.things.size) change(EMPTY);
  await addThings(ids);
}

/** How many things one step of expanding brings. */
export const STEP = 40;
/** From where each way on from a thing goes on; nothing of a way that was not taken or is at its end. */
export const further = signal<ReadonlyMap<string, number>>(new Map());
export const wayKey = (id: string, { relationship, direction, kind }: Neighbour): string => [id, relationship, direction, kind].join(" ");

/** Adds a thing's next neighbours by one kind of relationship, and the lines among all that is then on the canvas. */
export async function expand(id: string, way: Neighbour): Promise<void> {
  const { relationship, direction, kind } = way, skip = further.value.get(wayKey(id, way)) ?? 0;
  try {
    const network = await get<Network>(`things/${encode(id)}/network`, { relationship, direction, kind, limit: STEP, skip });
    const before = picture.value.things.size;
    const ids = [...new Set([...picture.value.things.keys(), ...network.things.map((thing) => thing.id)])];
    const among = await send<Network>("POST", "network", { ids });
    change(add(add(picture.value, network), among));
    const added = picture.value.things.size - before;
    setFurther(wayKey(id, way), network.next);
    const rest = way.count - skip - STEP;
    if (network.next !== null && rest > 0) say(t("expand.leftOut", { n: added, rest }), { label: t("expand.next", { n: Math.min(STEP, rest) }), run: () => void expand(id, way) });
    else if (!added) say(t("expand.nothing"));
  } catch (error) {
    sayError(error);
  }
}

function setFurther(key: string, next: number | null): void {
  const ways = new Map(further.value);
  if (next === null) ways.delete(key);
  else ways.set(key, next);
  further.value = ways;
}

/** Asks anew for what is on the canvas, after a decision changed the graph. */
export async function refresh(): Promise<void> {
  const ids = [...picture.value.things.keys()];
  if (!ids.length) return;
  try {
    const next = renew(withPositions(picture.value), await send<Network>("POST", "network", { ids }));
    const lost = picture.value.lines.size - next.lines.size;
    change(next);
    if (lost > 0) say(counted("canvas.linesGone", lost));
  } catch (error) {
    sayError(error);
  }
}

/** Asks anew in the language that was chosen. It is no step that undo would take back. */
export async function translate(): Promise<void> {
  const ids = [...picture.value.things.keys()];
  if (!ids.length) return;
  try {
    picture.value = renew(withPositions(picture.value), await send<Network>("POST", "network", { ids }));
  } catch (error) {
    sayError(error);
  }
}

export const collapse = (id: string): void => change(remove(picture.value, leavesOf(picture.value, id)));
export const removeThings = (ids: readonly string[]): void => change(remove(picture.value, ids));
export const hideThings = (ids: readonly string[]): void => change(hide(picture.value, ids));
export const showHidden = (): void => change(showAll(picture.value));
export const pinThings = (ids: readonly string[], pinned: boolean): void => change(pin(picture.value, ids, pinned));
export const setNote = (id: string, text: string): void => change(note(picture.value, id, text));
export const clear = (): void => { further.value = new Map(); change(EMPTY); };

export function toggleKind(kind: string): void {
  const kinds = new Set(hiddenKinds.value);
  if (!kinds.delete(kind)) kinds.add(kind);
  hiddenKinds.value = kinds;
}
