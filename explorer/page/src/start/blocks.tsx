// The pictures of the start page: each row leads to the canvas.
import type { ComponentType, JSX } from "preact";
import type { QueryAnswer, QueryForm } from "../api/types";
import { addThings } from "../canvas/state";
import { day, t } from "../language/strings";
import { capital, idsOfRow, isReadable } from "../questions/cells";
import { Bars } from "../questions/pictures";
import { Strips } from "../questions/strips";
import { go } from "../shell/router";
import { Together } from "./together";

export interface BlockProperties { form: QueryForm; answer: QueryAnswer }
const MOST = 8;

/** Opens all that a row is about on the canvas. */
export function openRow(answer: QueryAnswer, row: number): void {
  void addThings(idsOfRow(answer, row).slice(0, 40));
  go("canvas");
}

/** Bars of the largest number in each row, named by its first text. */
function Ranking({ answer }: BlockProperties): JSX.Element {
  const named = answer.columns.findIndex((column, i) => isReadable(column) && answer.rows.some((row) => typeof row[i] === "string"));
  const names = nameRows(answer, named);
  const counted = answer.columns.findIndex((_, i) => answer.rows.every((row) => typeof row[i] === "number"));
  const sorted = answer.rows.map((_, i) => i).sort((a, b) => Number(answer.rows[b]?.[counted] ?? 0) - Number(answer.rows[a]?.[counted] ?? 0));
  const bars = sorted.slice(0, MOST).map((row) => ({ label: names[row] ?? "", value: Number(answer.rows[row]?.[counted] ?? 0), choose: () => openRow(answer, row) }));
  return counted < 0 ? <Table answer={answer} /> : <Bars bars={bars} />;
}

/** The rows by their first text, with the next where that is no name of one row alone: two cities' courts. */
function nameRows(answer: QueryAnswer, column: number): string[] {
  const plain = answer.rows.map((_, row) => label(answer, row, column));
  const next = answer.columns.findIndex((one) => one.kind === null && /place|where|city/.test(`${one.name} ${one.heading}`));
  return plain.map((name, row) => (next >= 0 && plain.indexOf(name) !== plain.lastIndexOf(name) ? `${name}, ${label(answer, row, next)}` : name));
}

function label(answer: QueryAnswer, row: number, column: number): string {
  const text = (answer.texts[row]?.[column] ?? []).join(", ");
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}

/** The first columns of the first rows. */
function Table({ answer }: { answer: QueryAnswer }): JSX.Element {
  const shown = answer.columns.flatMap((column, i) => (isReadable(column) && column.priority <= 1 ? [i] : [])).slice(0, 4);
  return (
    <div class="wide pad"><table class="grid">
      <thead><tr>{shown.map((i) => <th key={i}>{capital(answer.columns[i]?.heading ?? "")}</th>)}</tr></thead>
      <tbody>
        {answer.rows.slice(0, MOST).map((_, row) => (
          <tr key={row}>{shown.map((i, j) => <td key={i} dir="auto">{j === 0 ? <button class="text" onClick={() => openRow(answer, row)}>{label(answer, row, i)}</button> : label(answer, row, i)}</td>)}</tr>
        ))}
      </tbody>
    </table></div>
  );
}

/** How the numbers of the query's plot change month by month. */
function Months({ form, answer }: BlockProperties): JSX.Element {
  const { x = "month", y = "times", by = "name" } = form.drawings.plot ?? {};
  return (
    <div class="pad">
      <Strips answer={answer} x={String(x)} y={String(y)} by={String(by)} open={(row) => openRow(answer, row)} />
      <p class="quiet small">{t("start.covered")}</p>
    </div>
  );
}

export const BLOCKS: Record<string, ComponentType<BlockProperties>> = {
  held: Table, targeted: Ranking, months: Months, newcomers: Months, articles: Together, recurring: Ranking, administrations: Ranking, bursts: Table,
};
