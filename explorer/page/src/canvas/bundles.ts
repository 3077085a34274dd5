// One line on the screen for all that connects the same two things.
import type { Line, Standing } from "../api/types";
import { language } from "../language/strings";
import { roleLabel } from "./schema";

/** What a line says, in the language of the page. */
function lineLabel(line: Line): string {
  return language.value === "en" ? line.label : roleLabel(line.kind, line.role);
}

export type Look = "plain" | "alleged" | "denied" | "requested";
export interface Bundle { id: string; source: string; target: string; label: string; count: number; look: Look; lines: Line[] }

export function bundle(lines: Iterable<Line>): Bundle[] {
  const pairs = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.source, line.target].sort());
    const found = pairs.get(key);
    if (found) found.push(line);
    else pairs.set(key, [line]);
  }
  return [...pairs].map(([id, together]) => {
    const first = together[0] as Line;
    const count = together.reduce((sum, line) => sum + Math.max(1, line.count), 0);
    const labels = [...new Set(together.map(lineLabel))];
    const label = labels.slice(0, 2).join(", ") + (labels.length > 2 ? " …" : "") + (count > 1 ? ` ×${count}` : "");
    return { id, source: first.source, target: first.target, label, count, look: lookOf(together), lines: together };
  });
}

/** An accusation looks like one only while nothing between the two is stated as a fact. */
function lookOf(lines: readonly Line[]): Look {
  const looks = new Set(lines.map((line) => standingLook(line.standing)));
  if (looks.has("plain")) return "plain";
  if (looks.size === 1) return [...looks][0] as Look;
  return "alleged";
}

function standingLook(standing: Standing): Look {
  if (standing === "accused") return "alleged";
  return standing === "alleged" || standing === "denied" || standing === "requested" ? standing : "plain";
}
