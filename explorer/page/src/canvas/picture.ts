// What is on the canvas, as a value: each change makes a new one, which is how undo works.
import type { Line, Network, Thing } from "../api/types";

export interface Point { x: number; y: number }
export interface Picture {
  things: ReadonlyMap<string, Thing>;
  lines: ReadonlyMap<string, Line>;
  positions: ReadonlyMap<string, Point>;
  pinned: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
  notes: ReadonlyMap<string, string>;
}

export const EMPTY: Picture = {
  things: new Map(), lines: new Map(), positions: new Map(), pinned: new Set(), hidden: new Set(), notes: new Map(),
};

/** Adds what is new, and shows again what was hidden of it. Lines with an end that is not there are left out. */
export function add(picture: Picture, network: Network): Picture {
  const things = new Map(picture.things);
  for (const thing of network.things) things.set(thing.id, thing);
  const lines = new Map(picture.lines);
  for (const line of network.lines) if (things.has(line.source) && things.has(line.target)) lines.set(line.id, line);
  const hidden = new Set(picture.hidden);
  for (const thing of network.things) hidden.delete(thing.id);
  return { ...picture, things, lines, hidden };
}

/** Takes things away, with their lines, places and notes. */
export function remove(picture: Picture, ids: Iterable<string>): Picture {
  const gone = new Set(ids);
  const keep = <V>(map: ReadonlyMap<string, V>): Map<string, V> => new Map([...map].filter(([id]) => !gone.has(id)));
  const lines = new Map([...picture.lines].filter(([, line]) => !gone.has(line.source) && !gone.has(line.target)));
  return {
    things: keep(picture.things), lines, positions: keep(picture.positions), notes: keep(picture.notes),
    pinned: without(picture.pinned, gone), hidden: without(picture.hidden, gone),
  };
}

export function hide(picture: Picture, ids: Iterable<string>): Picture {
  return { ...picture, hidden: new Set([...picture.hidden, ...ids]) };
}

export function showAll(picture: Picture): Picture {
  return { ...picture, hidden: new Set() };
}

export function pin(picture: Picture, ids: Iterable<string>, pinned: boolean): Picture {
  const given = new Set(ids);
  return { ...picture, pinned: pinned ? new Set([...picture.pinned, ...given]) : without(picture.pinned, given) };
}

export function note(picture: Picture, id: string, text: string): Picture {
  const notes = new Map(picture.notes);
  if (text.trim()) notes.set(id, text.trim());
  else notes.delete(id);
  return { ...picture, notes };
}

/** The things that hang on one thing alone: what collapsing it takes away. */
export function leavesOf(picture: Picture, id: string): string[] {
  const neighbours = new Map<string, Set<string>>();
  for (const { source, target } of picture.lines.values()) {
    if (!neighbours.has(source)) neighbours.set(source, new Set());
    if (!neighbours.has(target)) neighbours.set(target, new Set());
    neighbours.get(source)?.add(target);
    neighbours.get(target)?.add(source);
  }
  return [...(neighbours.get(id) ?? [])].filter((other) => other !== id && neighbours.get(other)?.size === 1);
}

/** New facts about the same things: the lines are those given, the things keep their places. */
export function renew(picture: Picture, network: Network): Picture {
  const found = new Map(network.things.map((thing) => [thing.id, thing]));
  const gone = [...picture.things.keys()].filter((id) => !found.has(id));
  const rest = remove({ ...picture, things: new Map([...picture.things, ...found]) }, gone);
  const lines = new Map(network.lines.filter((line) => rest.things.has(line.source) && rest.things.has(line.target)).map((line) => [line.id, line]));
  return { ...rest, lines };
}

function without(set: ReadonlySet<string>, gone: ReadonlySet<string>): Set<string> {
  return new Set([...set].filter((id) => !gone.has(id)));
}
