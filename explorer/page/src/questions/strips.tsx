// Numbers month by month, a strip of bars for each name. Months that no report covers are left blank, not empty.
import type { JSX } from "preact";
import type { QueryAnswer } from "../api/types";
import { day, t } from "../language/strings";
import { status } from "../shell/status";
import { numberOf, textOf } from "./cells";

interface StripsProperties { answer: QueryAnswer; x: string; y: string; by: string; open?: (row: number) => void }
const HIGH = 26;
const WIDE = 240;

export function Strips({ answer, x, y, by, open }: StripsProperties): JSX.Element {
  const strips = new Map<string, Map<string, { value: number; row: number }>>();
  answer.rows.forEach((_, row) => {
    const name = textOf(answer, row, by), month = textOf(answer, row, x).slice(0, 7);
    if (!strips.has(name)) strips.set(name, new Map());
    strips.get(name)?.set(month, { value: numberOf(answer, row, y), row });
  });
  const told = [...strips.values()].flatMap((strip) => [...strip.keys()]).filter((month) => /^\d{4}-\d{2}$/.test(month));
  const months = monthsBetween([...told, ...coveredMonths()]);
  const covered = new Set(coveredMonths());
  const most = Math.max(1, ...[...strips.values()].flatMap((strip) => [...strip.values()].map(({ value }) => value)));
  const step = WIDE / Math.max(1, months.length);
  const sorted = [...strips].sort((a, b) => sum(b[1]) - sum(a[1]));
  return (
    <table class="strips">
      <thead><tr><td /><th scope="col"><span>{day(months[0])}</span><span>{months.length > 1 && day(months.at(-1))}</span></th><td /></tr></thead>
      <tbody>
        {sorted.map(([name, strip]) => (
          <tr key={name}>
            <th scope="row" dir="auto">{name}</th>
            <td>
              <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" role="img" aria-label={[...strip].map(([month, { value }]) => `${day(month)}: ${value}`).join(", ")}>
                {months.map((month, i) => {
                  const one = strip.get(month), high = one ? Math.max(2, (one.value / most) * (HIGH - 2)) : 0;
                  return (
                    <g key={month} class={one && open ? "strip-month open" : "strip-month"} onClick={() => { if (one) open?.(one.row); }}>
                      {covered.has(month) && <rect class="strip-covered" x={i * step} y={0} width={Math.max(1, step - 1)} height={HIGH} />}
                      {one && <rect class="strip-bar" x={i * step} y={HIGH - high} width={Math.max(1, step - 1)} height={high} />}
                      <title>{`${name}, ${day(month)}: ${one?.value ?? (covered.has(month) ? 0 : t("strips.noReport"))}`}</title>
                    </g>
                  );
                })}
              </svg>
            </td>
            <td class="count">{[...strip.entries()].sort().map(([, { value }]) => value).slice(-6).join(" → ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sum(strip: ReadonlyMap<string, { value: number }>): number {
  return [...strip.values()].reduce((all, { value }) => all + value, 0);
}

function coveredMonths(): string[] {
  return (status.value?.reports ?? []).flatMap(({ first, last }) => monthsBetween([first.slice(0, 7), last.slice(0, 7)]));
}

/** All months from the first to the last of some. */
function monthsBetween(some: readonly string[]): string[] {
  const sorted = some.filter((month) => /^\d{4}-\d{2}$/.test(month)).sort();
  const months: string[] = [];
  const last = sorted.at(-1) ?? "";
  for (let month = sorted[0] ?? ""; month && month <= last; month = following(month)) months.push(month);
  return months;
}

function following(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
