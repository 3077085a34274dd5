// The layout by place: things stand around their place, and places stand to each other as on a map.
import { signal } from "@preact/signals";
import { send } from "../api/client";
import type { PlacesOfThings } from "../api/types";
import { project } from "../map/projection";
import type { Point } from "./picture";

/** A place on the ground of the canvas: its name, its middle, and how far its things reach. */
export interface Ground { id: string; name: string; x: number; y: number; reach: number }
/** What lies under the canvas; empty unless things are laid out by place. */
export const ground = signal<readonly Ground[]>([]);

const WIDE = 1800, STEP = 46, GAP = 60, ROUNDS = 60, ROW = 14;
const TURN = Math.PI * (3 - Math.sqrt(5));

export interface ByPlace { positions: Map<string, Point>; ground: Ground[] }

/** Where things stand by place; null where no place is known of any. */
export async function findPlaces(ids: readonly string[]): Promise<ByPlace | null> {
  const found = await send<PlacesOfThings>("POST", "places", { ids });
  if (found.places.length === 0) return null;
  const things = new Map<string, string[]>();
  for (const { thing, place } of found.of) things.set(place, [...(things.get(place) ?? []), thing]);
  const { at } = project(found.places.map(({ lon, lat }) => [lon, lat] as const), WIDE, 0);
  const grounds = found.places.map(({ place, lon, lat }): Ground => ({ id: place.id, name: place.label, ...at(lon, lat), reach: STEP * Math.sqrt(things.get(place.id)?.length ?? 1) }));
  separate(grounds);
  const positions = new Map<string, Point>();
  for (const { id, x, y } of grounds) {
    (things.get(id) ?? []).forEach((thing, i) => positions.set(thing, { x: x + STEP * 0.8 * Math.sqrt(i) * Math.cos(i * TURN), y: y + STEP * 0.8 * Math.sqrt(i) * Math.sin(i * TURN) }));
  }
  const left = Math.min(...grounds.map(({ x, reach }) => x - reach)), below = Math.max(...grounds.map(({ y, reach }) => y + reach)) + 2 * GAP;
  const placed = new Set(positions.keys());
  ids.filter((id) => !placed.has(id)).forEach((id, i) => positions.set(id, { x: left + (i % ROW) * 130, y: below + Math.floor(i / ROW) * 80 }));
  return { positions, ground: grounds };
}

/** Pushes places apart until none stands on another. */
function separate(grounds: Ground[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    grounds.forEach((a, i) => grounds.slice(i + 1).forEach((b) => {
      const dx = b.x - a.x || 0.1, dy = b.y - a.y || 0.1, distance = Math.hypot(dx, dy), wanted = a.reach + b.reach + GAP;
      if (distance >= wanted) return;
      const push = (wanted - distance) / 2 / distance;
      a.x -= dx * push; a.y -= dy * push;
      b.x += dx * push; b.y += dy * push;
    }));
  }
}
