// What a person does on the drawing, turned into changes of the state.
import type { EventObject } from "cytoscape";
import { signal } from "@preact/signals";
import type { Drawing } from "./drawing";
import { chosen, selection } from "./state";

export interface MenuPlace { id: string; x: number; y: number }
export const menu = signal<MenuPlace | null>(null);

/** Listens to a drawing until the function that it returns is called. */
export function attach(drawing: Drawing): () => void {
  const { cy } = drawing;
  cy.on("tap", (event: EventObject) => {
    menu.value = null;
    const { target } = event;
    const more = event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey;
    if (target === cy) {
      cy.elements().unselect();
      selection.value = null;
    } else if (target.isNode()) {
      if (!more) cy.elements().difference(target).unselect();
      selection.value = { type: "thing", id: target.id() };
    } else {
      cy.elements().difference(target).unselect();
      selection.value = { type: "line", source: target.source().id(), target: target.target().id() };
    }
  });
  cy.on("select unselect", () => { chosen.value = cy.nodes(":selected").map((node) => node.id()); });
  cy.on("cxttap dbltap", "node", (event: EventObject) => openMenu(drawing, event.target.id()));
  cy.on("dragpan scrollzoom pinchzoom drag", () => { menu.value = null; });
  const stop = selection.subscribe((now) => mark(drawing, now?.type === "thing" ? now.id : null));
  return stop;
}

export function openMenu(drawing: Drawing, id: string): void {
  const node = drawing.cy.getElementById(id);
  if (node.empty()) return;
  const { x, y } = node.renderedPosition();
  selection.value = { type: "thing", id };
  menu.value = { id, x, y };
}

function mark({ cy }: Drawing, id: string | null): void {
  if (id === null || cy.getElementById(id).selected()) return;
  cy.elements().unselect();
  cy.getElementById(id).select();
}

/** Selects things on the drawing: all inside of an outline, or of a kind. */
export function select({ cy }: Drawing, ids: ReadonlySet<string>): void {
  cy.batch(() => {
    cy.elements().unselect();
    cy.nodes(":visible").filter((node) => ids.has(node.id())).select();
  });
}
