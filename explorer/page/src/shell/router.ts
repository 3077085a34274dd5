// The address after `#`: `#/questions/held_on_date?date=2022-10-04`. A link restores the view.
import { computed, signal } from "@preact/signals";

export interface Route { view: string; rest: string[]; parameters: URLSearchParams }

const hash = signal(location.hash);
addEventListener("hashchange", () => { hash.value = location.hash; });

export const route = computed<Route>(() => parse(hash.value));

export function parse(text: string): Route {
  const [path = "", search = ""] = text.replace(/^#\/?/, "").split("?");
  const [view = "", ...rest] = path.split("/").map(decodeSafely);
  return { view: view || "start", rest, parameters: new URLSearchParams(search) };
}

export function link(view: string, rest: readonly string[] = [], parameters: Record<string, string> = {}): string {
  const search = new URLSearchParams(parameters).toString();
  return `#/${[view, ...rest.map(encodeURIComponent)].join("/")}${search && `?${search}`}`;
}

export function go(view: string, rest: readonly string[] = [], parameters: Record<string, string> = {}): void {
  location.hash = link(view, rest, parameters);
}

/** Changes the address without a step in the browser's history. */
export function replace(address: string): void {
  history.replaceState(null, "", address);
  hash.value = address;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
