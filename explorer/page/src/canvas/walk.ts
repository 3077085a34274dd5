// Arrow keys go from one thing to the next in their direction.
import type { NodeSingular } from "cytoscape";
import type { Drawing } from "./drawing";
import { selection } from "./state";

const STEPS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Selects the nearest thing in an arrow key's direction. Returns whether the key is one. */
export function walk({ cy }: Drawing, key: string): boolean {
  const step = STEPS[key];
  if (!step) return false;
  const nodes = cy.nodes(":visible").toArray() as NodeSingular[];
  const now = selection.value?.type === "thing" ? cy.getElementById(selection.value.id) : null;
  const next = now?.nonempty() ? nearest(now.position(), nodes.filter((node) => !node.same(now)), step) : nodes[0];
  if (!next) return true;
  selection.value = { type: "thing", id: next.id() };
  const { x, y } = next.renderedPosition();
  if (x < 40 || y < 40 || x > cy.width() - 40 || y > cy.height() - 40) cy.animate({ center: { eles: next }, duration: 150 });
  return true;
}

function nearest(from: { x: number; y: number }, nodes: NodeSingular[], [dx, dy]: readonly [number, number]): NodeSingular | undefined {
  let best: NodeSingular | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const x = node.position().x - from.x, y = node.position().y - from.y;
    const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along > 0 && aside <= along * 1.8 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = node;
    }
  }
  return best;
}
