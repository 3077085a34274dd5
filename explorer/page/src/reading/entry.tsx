// One entry as it is printed, with its marks and footnotes.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import type { EntryPrinted, Mark } from "../api/types";
import { addThings } from "../canvas/state";
import { leave } from "../evidence/leave";
import { t } from "../language/strings";
import { Icon } from "../shell/icon";
import { go } from "../shell/router";

/** The id of the thing or fact whose mark was clicked. */
export const opened = signal<string | null>(null);

export function Printed({ entry, current }: { entry: EntryPrinted; current: boolean }): JSX.Element {
  const ids = [...new Set(entry.marks.map((mark) => mark.id))];
  return (
    <section class={current ? "printed current" : "printed"} id={`entry-${entry.number}`}>
      <p class="printed-id">
        <span>{entry.number}</span>
        {ids.length > 0
          ? <button class="plain" title={t("canvas.add")} aria-label={t("canvas.add")} onClick={() => { void addThings(ids.slice(0, 60)); go("canvas"); }}><Icon name="network" size={14} /></button>
          : <span class="badge" title={t("reading.nothing")}>{t("reading.nothingShort")}</span>}
      </p>
      <p class="printed-text" dir="auto">{pieces(entry)}</p>
    </section>
  );
}

/** The text cut where a mark begins or ends; a piece in several marks shows the shortest and opens it. */
function pieces(entry: EntryPrinted): JSX.Element[] {
  const letters = [...entry.text];
  const printed = new Map(entry.footnotes.map((note) => [note.start, numberAt(letters, note.start)]));
  const ends = [...printed].map(([start, number]) => start + number.length);
  const cuts = [...new Set([0, letters.length, ...entry.marks.flatMap((mark) => [mark.start, mark.end]), ...printed.keys(), ...ends])].sort((a, b) => a - b);
  return cuts.flatMap((start, i) => {
    const end = cuts[i + 1] ?? letters.length;
    const notes = entry.footnotes.filter((note) => note.start === start).map((note) => <Note key={`note ${note.footnote} ${start}`} label={note.footnote} url={note.source.url} />);
    if (start >= end || printed.get(start)) return notes;
    const text = letters.slice(start, end).join("");
    const covering = entry.marks.filter((mark) => mark.start <= start && mark.end >= end).sort((a, b) => a.end - a.start - (b.end - b.start));
    const [shortest] = covering;
    return [...notes, shortest ? <Marked key={start} mark={shortest} text={text} also={covering.length > 1 ? covering.at(-1) : undefined} /> : <span key={start}>{text}</span>];
  });
}

/** The number of a footnote as the text has it at a place; empty where the text has none. */
function numberAt(letters: readonly string[], start: number): string {
  return /^\[[^\]]{1,6}\]/.exec(letters.slice(start, start + 8).join(""))?.[0] ?? "";
}

function Marked({ mark, text, also }: { mark: Mark; text: string; also: Mark | undefined }): JSX.Element {
  const names = ["fact-mark", mark.kind, mark.standing, also ? `in-${also.kind}` : ""].join(" ");
  return <button class={names} title={also ? `${mark.label} · ${also.label}` : mark.label} aria-pressed={opened.value === mark.id} onClick={() => { opened.value = mark.id; }}>{text}</button>;
}

function Note({ label, url }: { label: string; url: string | null }): JSX.Element {
  const text = `[${label.replace(/[[\]]/g, "")}]`;
  return url ? <button class="note-mark" title={url} onClick={() => leave(url)}>{text}</button> : <span class="note-mark">{text}</span>;
}
