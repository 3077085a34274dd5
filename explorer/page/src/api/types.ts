// What the API answers. Names are those of explorer/answers/.
export type Standing = "stated" | "alleged" | "denied" | "found" | "requested" | "accused";
export interface Thing {
  id: string; kind: string; label: string; detail: string; standing: Standing; days: number | null; first: string | null; last: string | null;
}
export interface Line {
  id: string; source: string; target: string; kind: string; role: string; label: string; standing: Standing;
  since: string | null; until: string | null; count: number; facts: string[];
}
export interface Network { things: Thing[]; lines: Line[]; left_out: number; next: number | null }
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
  counts: Record<string, number>; open_questions: number; user: string; notice: string;
}
export interface Piece { text: string; hit: boolean }
export interface Hit { thing: Thing; marked: Piece[]; where: "name" | "text"; entries: number }
export interface SearchAnswer { hits: Hit[]; more: boolean; nearest: boolean }
export interface Field { label: string; value: string }
export interface Group { title: string; facts: number }
export interface ThingPage { thing: Thing; fields: Field[]; groups: Group[]; facts: Fact[] }
export interface Neighbour { relationship: string; direction: string; label: string; kind: string; count: number }
export interface Words { en: string; ru: string }
export interface PropertyKnown { name: string; type: string; words: Words; values: Record<string, Words> }
export interface Kind { name: string; about: string; words: Words; colour: string; shape: string; properties: PropertyKnown[] }
export interface Relationship { name: string; about: string; words: Words; ends: [string, string][]; connects: boolean; properties: PropertyKnown[] }
export interface Vocabulary { kinds: Kind[]; relationships: Relationship[] }
export interface Episode {
  fact: string; kind: "act" | "custody" | "sanction"; what: string; label: string; standing: Standing; since: string; until: string | null; quotes: Quote[];
}
export interface Job {
  id: string; state: "running" | "done" | "failed" | "cancelled"; stage: "preparing" | "writing" | "checking"; done: number; total: number; file: boolean;
  message: string; decisions: string[]; generation: string;
}
export type Picture = "table" | "network" | "timeline" | "matrix" | "map" | "plot";
export interface ThingAsked { name: string; type: string; filter: boolean }
export interface QueryCard { name: string; theme: string; title: string; says: string; view: string; pictures: string[]; own: boolean; asks: ThingAsked[] }
export interface Suggestion { value: string; caption: string }
export interface QueryParameter { name: string; label: string; type: string; about: string; default: string | null; suggestions: Suggestion[]; filter: boolean; cuts: boolean }
export interface QueryColumn { name: string; heading: string; kind: string | null; priority: number }
export interface QueryForm {
  card: QueryCard; reading: string; limits: string; parameters: QueryParameter[]; columns: QueryColumn[]; drawings: Record<string, Record<string, unknown>>;
}
export interface QueryAnswer {
  columns: QueryColumn[]; rows: unknown[][]; texts: string[][][]; evidence: string[][]; network: Network | null; map: AnswerMap | null; view: string;
  cut: boolean;
  asked: Record<string, unknown>;
}
export interface Outline { rings: [number, number][][]; source: string }
export interface PlaceOnMap { place: Thing; lon: number; lat: number }
export interface Places { outline: Outline | null; places: PlaceOnMap[] }
export interface PlaceOfThing { thing: string; place: string }
export interface PlacesOfThings { of: PlaceOfThing[]; places: PlaceOnMap[]; nowhere: string[] }
export interface Circle { place: Thing; lon: number | null; lat: number | null; value: number; rows: number[] }
export interface AnswerMap { circles: Circle[]; nowhere: number }
export interface CypherAnswer { columns: string[]; rows: unknown[][]; cut: boolean; warnings: string[] }
export interface Step { source: Thing; target: Thing; sentence: string; dates: string[]; shared_by: number; also: string[]; facts: Fact[]; quotes: Quote[] }
export interface Path { steps: Step[]; distance: number; network: Network }
export interface ReportListed { id: string; title: string; series: string; first: string; last: string; entries: number }
export interface Mark { start: number; end: number; id: string; kind: string; label: string; standing: Standing }
export interface Footnote { footnote: string; start: number; source: Source }
export interface EntryPrinted { id: string; number: number; date: string | null; place: string; text: string; marks: Mark[]; footnotes: Footnote[] }
export interface Unread { line: number; kind: string; words: string }
export interface ReportPage { report: ReportListed; entries: EntryPrinted[]; skipped: number; unread: Unread[] | null }
export interface BriefingLine { group: string; heading: string; day: string; people: { id: string; name: string }[]; what: string; fact: string; quotes: Quote[] }
export interface Briefing { lines: BriefingLine[]; more: number; since: string; until: string }
export interface Start { whatsnew: Briefing; due: Briefing; blocks: { name: string; query: string }[] }
export interface Side { id: string; names: string[]; descriptions: string[]; entries: { id: string; date: string | null; text: string; names: { start: number; end: number }[] }[] }
export interface PeopleQuestion { a: Side; b: Side; reasons_for: string[]; reasons_against: string[]; entries: number }
export interface PeopleQuestions { questions: PeopleQuestion[]; left: number }
export interface FactQuestion { fact: Fact; doubt: string }
export interface FactQuestions { questions: FactQuestion[]; left: number }
