// Under the canvas, the places that things are laid out by. It moves with the drawing.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ground } from "./places";
import type { Drawing } from "./drawing";

export function GroundPicture({ drawing: { cy } }: { drawing: Drawing }): JSX.Element | null {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const follow = (): void => setTurn((turn) => turn + 1);
    cy.on("viewport", follow);
    return () => { if (!cy.destroyed()) cy.off("viewport", follow); };
  }, [cy]);
  if (ground.value.length === 0) return null;
  const { x, y } = cy.pan(), zoom = cy.zoom();
  return (
    <svg class="ground" aria-hidden="true">
      {ground.value.map((place) => (
        <g key={place.id} transform={`translate(${x + place.x * zoom} ${y + place.y * zoom})`}>
          <circle r={(place.reach + 14) * zoom} />
          <text y={-(place.reach + 14) * zoom - 5}>{place.name}</text>
        </g>
      ))}
    </svg>
  );
}
