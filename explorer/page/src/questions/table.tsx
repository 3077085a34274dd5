// The rows of an answer: sorted by a click on a heading, filtered by words, each with the words it rests on.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { send } from "../api/client";
import type { QueryAnswer, Quote } from "../api/types";
import { addThings } from "../canvas/state";
import { QuoteBlock } from "../evidence/fact";
import { day, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Waiting, useLoaded } from "../shell/loading";
import { go } from "../shell/router";
import { capital, idsOfRow, isReadable } from "./cells";

const FIRST = 100;

export function AnswerTable({ answer }: { answer: QueryAnswer }): JSX.Element {
  const [order, setOrder] = useState<{ column: number; down: boolean } | null>(null);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<number | null>(null);
  const [most, setMost] = useState(FIRST);
  const shown = answer.columns.flatMap((column, i) => (isReadable(column) ? [i] : []));
  const rows = arrange(answer, order, words);
  return (
    <div class="answer-table">
      {answer.rows.length > 8 && <input type="search" placeholder={t("table.filter")} aria-label={t("table.filter")} value={words} onInput={(event) => setWords(event.currentTarget.value)} />}
      <div class="wide" tabIndex={0} role="region" aria-label={t("view.table")}>
        <table class="grid">
          <thead>
            <tr>
              {shown.map((i) => (
                <th key={i} aria-sort={order?.column === i ? (order.down ? "descending" : "ascending") : "none"}>
                  <button class="plain" onClick={() => setOrder({ column: i, down: order?.column === i ? !order.down : false })}>{capital(answer.columns[i]?.heading ?? "")}{order?.column === i && (order.down ? " ↓" : " ↑")}</button>
                </th>
              ))}
              <th><span class="hidden">{t("panel")}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => <AnswerRow key={row} answer={answer} row={row} shown={shown} open={open === row} toggle={() => setOpen(open === row ? null : row)} />)}
          </tbody>
        </table>
      </div>
      {rows.length > most && <button onClick={() => setMost(most + 5 * FIRST)}>{t("table.more", { n: rows.length - most })}</button>}
    </div>
  );
}

interface RowProperties { answer: QueryAnswer; row: number; shown: readonly number[]; open: boolean; toggle: () => void }

function AnswerRow({ answer, row, shown, open, toggle }: RowProperties): JSX.Element {
  const texts = answer.texts[row] ?? [], values = answer.rows[row] ?? [];
  const ids = idsOfRow(answer, row);
  const places = answer.evidence[row] ?? [];
  return (
    <>
      <tr>
        {shown.map((i) => <td key={i} dir="auto" class={typeof values[i] === "number" ? "number" : ""}>{(texts[i] ?? []).map(readable).join(", ")}</td>)}
        <td class="row-actions">
          {places.length > 0 && <button class="plain" aria-expanded={open} aria-label={t("row.words")} title={t("row.words")} onClick={toggle}><Icon name={open ? "down" : "note"} size={15} /></button>}
          {ids.length > 0 && <button class="plain" aria-label={t("canvas.add")} title={t("canvas.add")} onClick={() => { void addThings(ids.slice(0, 60)); go("canvas"); }}><Icon name="network" size={15} /></button>}
        </td>
      </tr>
      {open && <tr class="row-words"><td colSpan={shown.length + 1}><Words places={places} /></td></tr>}
    </>
  );
}

function Words({ places }: { places: readonly string[] }): JSX.Element {
  const loaded = useLoaded(places.join(" "), (signal) => send<Quote[]>("POST", "quotes", { places }, signal));
  return <Waiting loaded={loaded}>{(quotes) => <>{quotes.map((quote, i) => <QuoteBlock key={i} quote={quote} />)}</>}</Waiting>;
}

function readable(text: string): string {
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? day(text) : text;
}

/** The numbers of the rows that have all the words, in order. */
function arrange(answer: QueryAnswer, order: { column: number; down: boolean } | null, words: string): number[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = answer.rows.map((_, i) => i).filter((i) => {
    const text = (answer.texts[i] ?? []).flat().join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (!order) return rows;
  const { column, down } = order;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const textOf = (i: number): string => (answer.texts[i]?.[column] ?? []).join(", ");
  return rows.sort((a, b) => (down ? -1 : 1) * collator.compare(textOf(a), textOf(b)));
}
