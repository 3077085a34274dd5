// The names beside the circles of a map: the largest first, each only where it covers nothing.
import type { Located } from "./map";

interface Box { left: number; top: number; right: number; bottom: number }
interface NamePlaced { key: string; text: string; x: number; y: number; end: boolean }
const LETTER = 6.6, HIGH = 14, GAP = 4;

export function placeNames(located: readonly Located[], wide: number): NamePlaced[] {
  const taken: Box[] = located.map(({ at, radius }) => ({ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius }));
  const placed: NamePlaced[] = [];
  for (const { circle, at, radius } of [...located].sort((a, b) => b.circle.value - a.circle.value)) {
    const text = `${circle.place.label} ${circle.value}`, long = text.length * LETTER;
    for (const end of [false, true]) {
      const x = end ? at.x - radius - GAP : at.x + radius + GAP;
      const box = { left: end ? x - long : x, right: end ? x : x + long, top: at.y - HIGH / 2, bottom: at.y + HIGH / 2 };
      if (box.left < 0 || box.right > wide || taken.some((other) => cover(other, box))) continue;
      taken.push(box);
      placed.push({ key: circle.place.id, text, x, y: at.y + 4, end });
      break;
    }
  }
  return placed;
}

function cover(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
