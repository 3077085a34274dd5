// The graph's vocabulary: which kinds there are, and how each is drawn.
import { signal } from "@preact/signals";
import type { Vocabulary } from "../api/types";
import { language } from "../language/strings";

export const schema = signal<Vocabulary>({ kinds: [], relationships: [] });

export interface KindDrawn { name: string; label: string; colour: string; shape: string }

/** How a kind of thing is called and drawn. */
export function kindOf(name: string): KindDrawn {
  const kind = schema.value.kinds.find((one) => one.name === name);
  if (!kind) return { name, label: name, colour: "#868e96", shape: "dot" };
  return { name, label: kind.words[language.value], colour: kind.colour, shape: kind.shape };
}

export function relationshipLabel(name: string): string {
  return schema.value.relationships.find((one) => one.name === name)?.words[language.value] ?? name;
}

/** A relationship by the part that its start has in it: `undergone` says more than `involved in`. */
export function roleLabel(name: string, role: string): string {
  const properties = schema.value.relationships.find((one) => one.name === name)?.properties ?? [];
  const words = properties.map((property) => property.values[role]).find((one) => one !== undefined);
  return words?.[language.value] ?? relationshipLabel(name);
}

/** Cytoscape's name of a shape of kg/schema.yaml. */
export function cytoscapeShape(shape: string): string {
  return SHAPES[shape] ?? "ellipse";
}

const SHAPES: Record<string, string> = {
  dot: "ellipse", ellipse: "ellipse", square: "round-rectangle", box: "round-rectangle", diamond: "diamond", triangle: "triangle",
  triangleDown: "polygon", hexagon: "hexagon", star: "star",
};

/** The outline of a shape in a square of 16, for the legend. */
export function outline(shape: string): string {
  return OUTLINES[shape] ?? OUTLINES.dot ?? "";
}

const CIRCLE = "M8 1.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13z";
const OUTLINES: Record<string, string> = {
  dot: CIRCLE,
  ellipse: "M8 3.500a7 4.500 0 1 0 0 9a7 4.500 0 1 0 0-9z",
  square: "M4 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z",
  box: "M3 4h10a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2z",
  diamond: "M8 .5 15.500 8 8 15.500 .5 8z",
  triangle: "M8 1.500 15 14.500H1z",
  triangleDown: "M8 14.500 1 1.500H15z",
  hexagon: "M4.500 2h7L15.200 8l-3.700 6h-7L.8 8z",
  star: "M8 .8l2.200 4.700 5.100.6-3.800 3.500 1 5.100L8 12.100l-4.500 2.600 1-5.100L.7 6.100l5.100-.6z",
};
