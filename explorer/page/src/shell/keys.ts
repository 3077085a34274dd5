// The keyboard, wherever no text is being typed.
import { asTable, drawing } from "../canvas/view";
import { menu, openMenu } from "../canvas/gestures";
import { lassoing } from "../canvas/lasso";
import { chosen, hideThings, picture, pinThings, redo, selection, undo } from "../canvas/state";
import { walk } from "../canvas/walk";
import { helpOpen } from "./help";
import { go, route } from "./router";

const PLACES: Record<string, string> = { s: "start", c: "canvas", q: "questions", p: "paths", r: "reading", v: "review", i: "investigations" };
let leading = false;

export function listen(): () => void {
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  // In an open dialog the focus may be on nothing, as where its button can no longer be pressed.
  if (target.closest("input, textarea, select, dialog, [contenteditable]") || document.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.metaKey) withControl(event);
  else if (leading) { leading = false; if (PLACES[event.key]) go(PLACES[event.key] as string); }
  else if (!event.altKey && (anywhere(event) || (route.value.view === "canvas" && onCanvas(event)))) event.preventDefault();
}

function withControl(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== "z" || route.value.view !== "canvas") return;
  event.preventDefault();
  if (event.shiftKey) redo();
  else undo();
}

function anywhere({ key }: KeyboardEvent): boolean {
  if (key === "/") document.getElementById("search")?.focus();
  else if (key === "?") helpOpen.value = true;
  else if (key === "g") leading = true;
  else return false;
  return true;
}

function onCanvas({ key }: KeyboardEvent): boolean {
  const ids = selectedIds();
  const [only] = ids;
  const actions: Record<string, () => void> = {
    e: () => { if (only && drawing.value) openMenu(drawing.value, only); },
    h: () => hideThings(ids),
    p: () => pinThings(ids, !ids.every((id) => picture.value.pinned.has(id))),
    l: () => { lassoing.value = !lassoing.value; },
    t: () => { asTable.value = !asTable.value; },
    "0": () => drawing.value?.fit(),
    Escape: () => { if (menu.value) menu.value = null; else { selection.value = null; chosen.value = []; drawing.value?.cy.elements().unselect(); } },
  };
  const action = actions[key.length === 1 ? key.toLowerCase() : key];
  if (action) action();
  else return drawing.value !== null && menu.value === null && walk(drawing.value, key);
  return true;
}

function selectedIds(): readonly string[] {
  if (chosen.value.length) return chosen.value;
  return selection.value?.type === "thing" ? [selection.value.id] : [];
}
