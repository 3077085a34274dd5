// What the API answers. Names are those of explorer/answers/.
export type Standing = "stated" | "alleged" | "denied" | "found" | "requested" | "accused";
export interface Thing {
  id: string; kind: string; label: string; detail: string; standing: Standing; days: number | null; first: string | null; last: string | null;
}
export interface Line {
  id: string; source: string; target: string; kind: string; label: string; standing: Standing;
  from: string | null; until: string | null; count: number; facts: string[];
}
export interface Network { things: Thing[]; lines: Line[]; left_out?: number }
export interface Source { label: string; url: string | null }
export interface Quote {
  report: string; entry: string; date: string | null; place: string; before: string; words: string; after: string; sources: Source[]; rule: string | null;
}
export interface Decision { id: string; verb: string; why: string }
export interface Correctable { field: string; label: string; value: string; choices: string[] }
export interface Fact {
  id: string; kind: string; group: string; sentence: string; standing: Standing; standing_words: string; date: string; quotes: Quote[];
  known: "report" | "pack"; decidable: boolean; confidence: string | null; decision: Decision | null; correctable: Correctable[];
}
export interface ReportCovered { id: string; first: string; last: string; entries: number }
export interface Status {
  generation: string; store: "workspace" | "server"; decides: boolean; reports: ReportCovered[]; first: string | null; last: string | null;
  counts: Record<string, number>; open_questions: number; user: string;
}
export interface Piece { text: string; hit: boolean }
export interface Hit { thing: Thing; marked: Piece[]; where: "name" | "text"; entries: number }
export interface SearchAnswer { hits: Hit[]; more: boolean; nearest: boolean }
export interface Field { label: string; value: string }
export interface ThingPage { thing: Thing; fields: Field[]; facts: Fact[] }
export interface Neighbour { relationship: string; direction: string; label: string; kind: string; count: number }
export interface Words { en: string; ru: string }
export interface PropertyKnown { name: string; type: string; words: Words; values: Record<string, Words> }
export interface Kind { name: string; about: string; words: Words; colour: string; shape: string; properties: PropertyKnown[] }
export interface Relationship { name: string; about: string; words: Words; ends: [string, string][]; connects: boolean; properties: PropertyKnown[] }
export interface Vocabulary { kinds: Kind[]; relationships: Relationship[] }
export interface Bar { from: string; until: string | null; kind: string; label: string; standing: string | null; fact: string | null }
