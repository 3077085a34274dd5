// A canvas as it is saved, and back.
import { batch, signal } from "@preact/signals";
import { encode, get, send } from "../api/client";
import type { Network } from "../api/types";
import { change, drawn, hiddenKinds, period, picture, selection } from "../canvas/state";
import type { Picture } from "../canvas/picture";

/** The name of the investigation on the canvas; empty if it has none. */
export const openName = signal("");

interface Filters { kinds?: string[]; period?: [string, string]; pinned?: string[]; hidden?: string[] }
interface Saved { name: string; things: string[]; positions: Record<string, [number, number]>; filters: Filters; notes: Record<string, string> }

/** What is on the canvas, as the server keeps it. */
export function keep(): Omit<Saved, "name"> {
  const { things, pinned, hidden, notes } = picture.value;
  const positions: Record<string, [number, number]> = {};
  for (const [id, { x, y }] of [...picture.value.positions, ...drawn.positions()]) if (things.has(id)) positions[id] = [Math.round(x), Math.round(y)];
  const filters: Filters = { kinds: [...hiddenKinds.value], pinned: [...pinned], hidden: [...hidden], ...(period.value ? { period: [...period.value] } : {}) };
  return { things: [...things.keys()], positions, filters, notes: Object.fromEntries(notes) };
}

/** Puts a saved canvas in the place of the one that is there, which undo brings back. */
export async function openInvestigation(name: string): Promise<void> {
  const saved = await get<Saved>(`investigations/${encode(name)}`);
  const network = await send<Network>("POST", "network", { ids: saved.things });
  const things = new Map(network.things.map((thing) => [thing.id, thing]));
  const next: Picture = {
    things,
    lines: new Map(network.lines.map((line) => [line.id, line])),
    positions: new Map(Object.entries(saved.positions).filter(([id]) => things.has(id)).map(([id, [x, y]]) => [id, { x, y }])),
    pinned: new Set(saved.filters.pinned), hidden: new Set(saved.filters.hidden), notes: new Map(Object.entries(saved.notes)),
  };
  batch(() => {
    change(next);
    selection.value = null;
    hiddenKinds.value = new Set(saved.filters.kinds);
    period.value = saved.filters.period ?? null;
    openName.value = name;
  });
}
