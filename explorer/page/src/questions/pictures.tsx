// The pictures of an answer, each made of the columns that the question's header names.
import { scaleUtc } from "d3-scale";
import type { ComponentType, JSX } from "preact";
import type { QueryAnswer, Thing } from "../api/types";
import { day, t } from "../language/strings";
import { MapPicture } from "../map/map";
import { idsOf, numberOf, textOf, valueOf } from "./cells";
import { useThings } from "./names";
import { Strips } from "./strips";

interface PictureProperties { answer: QueryAnswer; spec: Record<string, unknown> }

const LONGEST = 60;

function Matrix({ answer, spec }: PictureProperties): JSX.Element {
  const cells = new Map<string, number>();
  const down = new Map<string, number>(), across = new Map<string, number>();
  answer.rows.forEach((_, i) => {
    const a = textOf(answer, i, spec.down), b = textOf(answer, i, spec.across), value = numberOf(answer, i, spec.value);
    cells.set(`${a}\n${b}`, (cells.get(`${a}\n${b}`) ?? 0) + value);
    down.set(a, (down.get(a) ?? 0) + value);
    across.set(b, (across.get(b) ?? 0) + value);
  });
  const names = useThings(answer, spec.down), others = useThings(answer, spec.across);
  const rows = largest(down), columns = largest(across);
  const most = Math.max(1, ...cells.values());
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={t("view.matrix")}>
      <table class="matrix">
        <thead><tr><td />{columns.map((column) => <th key={column} scope="col"><span>{others.get(column)?.label ?? column}</span></th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{names.get(row)?.label ?? row}</th>
              {columns.map((column) => {
                const value = cells.get(`${row}\n${column}`) ?? 0;
                return <td key={column} class={value ? `heat heat-${Math.ceil((value / most) * 5)}` : "heat"}>{value || ""}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function largest(sums: ReadonlyMap<string, number>): string[] {
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, 30).map(([name]) => name);
}

function Plot({ answer, spec }: PictureProperties): JSX.Element {
  if (spec.kind === "line" && spec.by) return <Strips answer={answer} x={String(spec.x)} y={String(spec.y)} by={String(spec.by)} />;
  const sums = new Map<string, number>();
  answer.rows.forEach((_, i) => {
    const x = textOf(answer, i, spec.x);
    sums.set(x, (sums.get(x) ?? 0) + numberOf(answer, i, spec.y));
  });
  return <Bars bars={[...sums].slice(0, LONGEST).map(([label, value]) => ({ label, value }))} />;
}

export interface BarValue { label: string; value: number; choose?: () => void }

export function Bars({ bars }: { bars: readonly BarValue[] }): JSX.Element {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul class="bars">
      {bars.map(({ label, value, choose }) => (
        <li key={label}>
          {choose ? <button class="text bar-label" dir="auto" onClick={choose}>{label}</button> : <span class="bar-label" dir="auto">{label}</span>}
          <svg class="bar" height="14" aria-hidden="true"><rect width={`${(value / most) * 100}%`} height="14" rx="3" /></svg>
          <span class="bar-value">{value}</span>
        </li>
      ))}
    </ul>
  );
}

interface Mark { lane: string; from: string; until: string | null; label: string; standing: string }
const ROW = 26;
const NAMES = 190;
const WIDE = 1000;

function marksOf({ answer, spec }: PictureProperties, acts: ReadonlyMap<string, Thing>): Mark[] {
  if (spec.acts) return answer.rows.flatMap((_, i) => idsOf(valueOf(answer, i, spec.acts)).flatMap((id) => actOf(textOf(answer, i, spec.lane), acts.get(id))));
  return answer.rows.flatMap((_, i) => {
    const from = valueOf(answer, i, spec.start);
    if (typeof from !== "string" || !from) return [];
    const until = valueOf(answer, i, spec.end);
    return [{ lane: textOf(answer, i, spec.lane), from, until: typeof until === "string" ? until : null, label: spec.label ? textOf(answer, i, spec.label) : "", standing: spec.standing ? String(valueOf(answer, i, spec.standing) ?? "") : "" }];
  });
}

/** An act on a lane, at its day; none where its day is not known. */
function actOf(lane: string, act: Thing | undefined): Mark[] {
  return act?.first ? [{ lane, from: act.first, until: act.last !== act.first ? act.last : null, label: act.label, standing: act.standing }] : [];
}

function Timeline(properties: PictureProperties): JSX.Element {
  const names = useThings(properties.answer, properties.spec.lane);
  const acts = useThings(properties.answer, properties.spec.acts);
  const marks = marksOf(properties, acts).map((mark) => ({ ...mark, lane: names.get(mark.lane)?.label ?? mark.lane }));
  const lanes = [...new Set(marks.map((mark) => mark.lane))].slice(0, LONGEST);
  const times = marks.flatMap((mark) => [begin(mark.from), begin(mark.until ?? mark.from)]).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return <p class="quiet pad">{t("lane.none")}</p>;
  const scale = scaleUtc().domain([Math.min(...times) - 864e5, Math.max(...times) + 864e5]).range([NAMES, WIDE - 10]);
  return (
    <svg class="timeline" viewBox={`0 0 ${WIDE} ${lanes.length * ROW + 26}`} role="img" aria-label={t("view.timeline")}>
      {spaced(scale.ticks(7), scale, 76, WIDE - 36).map((tick) => (
        <g key={tick.valueOf()}><path class="lane-grid" d={`M${scale(tick)} 0V${lanes.length * ROW}`} /><text class="tick" x={scale(tick)} y={lanes.length * ROW + 17}>{day(tick.toISOString().slice(0, 10))}</text></g>
      ))}
      {lanes.map((lane, i) => (
        <g key={lane} transform={`translate(0 ${i * ROW})`}>
          <text x="0" y="17">{lane.length > 28 ? `${lane.slice(0, 27)}…` : lane}<title>{lane}</title></text>
          {marks.filter((mark) => mark.lane === lane).map((mark, j) => {
            const x = scale(begin(mark.from)), end = mark.until ? scale(begin(mark.until)) : x;
            return (
              <g key={j} class={`lane-bar ${mark.standing}`}>
                {end - x > 4 ? <rect x={x} y={8} width={end - x} height={10} rx={2} /> : <circle cx={x} cy={13} r={4.5} />}
                <title>{[mark.label, day(mark.from), mark.until && day(mark.until)].filter(Boolean).join(", ")}</title>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** The ticks whose labels touch neither each other nor the end. */
export function spaced(ticks: readonly Date[], scale: (tick: Date) => number, wide: number, end: number): Date[] {
  let last = -Infinity;
  return ticks.filter((tick) => {
    if (scale(tick) - last < wide || scale(tick) > end) return false;
    last = scale(tick);
    return true;
  });
}

function begin(iso: string): number {
  return new Date(`${iso.slice(0, 10)}${["", "", "", "", "-01-01", "", "", "-01"][iso.length] ?? ""}T00:00:00Z`).valueOf();
}

export const PICTURES: Record<string, ComponentType<PictureProperties>> = { matrix: Matrix, plot: Plot, timeline: Timeline, map: MapPicture };
