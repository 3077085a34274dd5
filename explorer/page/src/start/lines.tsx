// Lines of a briefing under their headings; each shows its words, and its people lead to the canvas.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Briefing, BriefingLine } from "../api/types";
import { addThings } from "../canvas/state";
import { QuoteBlock } from "../evidence/fact";
import { counted, day, t, withDays } from "../language/strings";
import { Icon } from "../shell/icon";
import { go } from "../shell/router";

const FIRST = 4;

export function Lines({ title, briefing, empty }: { title: string; briefing: Briefing; empty: string }): JSX.Element {
  const groups = new Map<string, BriefingLine[]>();
  for (const line of briefing.lines) groups.set(line.heading, [...(groups.get(line.heading) ?? []), line]);
  return (
    <>
      <header class="block-head"><h2>{title}</h2>{briefing.until && <span class="quiet small">{day(briefing.since)} – {day(briefing.until)}</span>}</header>
      <div class="block-lines" tabIndex={0} role="region" aria-label={title}>
        {briefing.lines.length === 0 && <p class="quiet pad">{empty}</p>}
        {[...groups].map(([heading, lines]) => <Group key={heading} heading={heading} lines={lines} />)}
        {briefing.more > 0 && <p class="quiet pad">{counted("start.more", briefing.more)}</p>}
      </div>
    </>
  );
}

function Group({ heading, lines }: { heading: string; lines: readonly BriefingLine[] }): JSX.Element {
  const [all, setAll] = useState(false);
  return (
    <section class="line-group">
      <h3>{heading}<span class="count">{lines.length}</span></h3>
      <ul>{(all ? lines : lines.slice(0, FIRST)).map((line, i) => <Told key={i} line={line} />)}</ul>
      {lines.length > FIRST && <button class="text small" onClick={() => setAll(!all)}>{all ? t("less") : counted("start.more", lines.length - FIRST)}</button>}
    </section>
  );
}

function Told({ line }: { line: BriefingLine }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <li class="told">
      <div class="told-line">
        <span class="told-day">{day(line.day)}</span>
        <span class="told-what" dir="auto">
          {line.people.map((person, i) => <span key={person.id}>{i > 0 && ", "}<button class="text" onClick={() => { void addThings([person.id]); go("canvas"); }}>{person.name}</button></span>)}
          {line.people.length > 0 && line.what && ": "}{withDays(line.what)}
        </span>
        {line.quotes.length > 0 && <button class="plain" aria-expanded={open} aria-label={t("row.words")} title={t("row.words")} onClick={() => setOpen(!open)}><Icon name={open ? "down" : "note"} size={14} /></button>}
      </div>
      {open && line.quotes.map((quote, i) => <QuoteBlock key={i} quote={quote} />)}
    </li>
  );
}
