// Select by drawing around things.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../language/strings";
import type { Drawing } from "./drawing";
import { select } from "./gestures";

type Corner = readonly [number, number];
export const lassoing = signal(false);

export function Lasso({ drawing }: { drawing: Drawing }): JSX.Element {
  const [outline, setOutline] = useState<readonly Corner[]>([]);
  const drawing_ = useRef(false);
  const at = (event: PointerEvent): Corner => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const end = (): void => {
    drawing_.current = false;
    lassoing.value = false;
    const inside = drawing.cy.nodes(":visible").filter((node) => contains(outline, node.renderedPosition()));
    select(drawing, new Set(inside.map((node) => node.id())));
    setOutline([]);
  };
  return (
    <svg
      class="lasso" aria-label={t("tool.lasso")}
      onPointerDown={(event) => { drawing_.current = true; setOutline([at(event)]); }}
      onPointerMove={(event) => { if (drawing_.current) setOutline([...outline, at(event)]); }}
      onPointerUp={end}
    >
      {outline.length > 1 && <path d={`M${outline.map((corner) => corner.join(" ")).join("L")}Z`} />}
    </svg>
  );
}

function contains(outline: readonly Corner[], { x, y }: { x: number; y: number }): boolean {
  let inside = false;
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length] as Corner;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
