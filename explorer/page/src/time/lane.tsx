// A person's lane: detained, charged, remand, trial, sentence, released; custody and arrests as bars of their length.
import { scaleUtc } from "d3-scale";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { Episode } from "../api/types";
import { generation } from "../evidence/decide";
import { QuoteBlock } from "../evidence/fact";
import { day, t } from "../language/strings";
import { Waiting, useLoaded } from "../shell/loading";

const ROW = 30;
const WIDE = 330;

export function Lane({ id }: { id: string }): JSX.Element {
  const loaded = useLoaded(`lane ${id} ${generation.value}`, (signal) => get<Episode[]>(`people/${encode(id)}/lane`, {}, signal));
  return <Waiting loaded={loaded}>{(bars) => (bars.length ? <Bars bars={bars} /> : <p class="quiet pad">{t("lane.none")}</p>)}</Waiting>;
}

function begin(iso: string): Date {
  return new Date(`${iso}${["", "", "", "", "-01-01", "", "", "-01"][iso.length] ?? ""}T00:00:00Z`);
}

function Bars({ bars }: { bars: readonly Episode[] }): JSX.Element {
  const [open, setOpen] = useState<Episode | null>(null);
  const sorted = [...bars].sort((a, b) => a.since.localeCompare(b.since));
  const times = sorted.flatMap((bar) => [begin(bar.since).valueOf(), begin(bar.until ?? bar.since).valueOf()]).filter((time) => !Number.isNaN(time));
  const low = Math.min(...times), high = Math.max(...times);
  const margin = Math.max(10 * 86_400_000, (high - low) * 0.04);
  const scale = scaleUtc().domain([low - margin, high + margin]).range([8, WIDE - 8]);
  return (
    <>
      <svg class="lane" width={WIDE} height={sorted.length * ROW + 24} role="img" aria-label={t("lane")}>
        {scale.ticks(4).map((tick) => (
          <g key={tick.valueOf()}>
            <path class="lane-grid" d={`M${scale(tick)} 0V${sorted.length * ROW}`} />
            <text class="tick" x={scale(tick)} y={sorted.length * ROW + 16}>{day(tick.toISOString().slice(0, 7))}</text>
          </g>
        ))}
        {sorted.map((bar, i) => {
          const x = scale(begin(bar.since)), end = bar.until ? scale(begin(bar.until)) : x;
          const right = x > WIDE * 0.55;
          return (
            <g key={i} onClick={() => setOpen(bar)} class={`lane-bar ${bar.kind} ${bar.standing}`} transform={`translate(0 ${i * ROW})`}>
              {end - x > 3 ? <rect x={x} y={17} width={end - x} height={8} rx={2} /> : <circle cx={x} cy={21} r={4.5} />}
              <text x={right ? Math.max(x, end) : x} y={12} class={right ? "before" : ""}>{bar.label}</text>
              <title>{`${bar.label}, ${day(bar.since)}${bar.until ? ` – ${day(bar.until)}` : ""}`}</title>
            </g>
          );
        })}
      </svg>
      {open && <div class="lane-words"><p class="fact-sentence">{open.label}, {day(open.since)}{open.until && ` – ${day(open.until)}`}</p>{open.quotes.map((quote, i) => <QuoteBlock key={i} quote={quote} />)}</div>}
      <details class="as-table"><summary>{t("asTable")}</summary>
        <table class="grid">
          <thead><tr><th>{t("time.from")}</th><th>{t("time.until")}</th><th>{t("table.how")}</th></tr></thead>
          <tbody>{sorted.map((bar, i) => <tr key={i}><td>{day(bar.since)}</td><td>{day(bar.until)}</td><td><button class="text" onClick={() => setOpen(bar)}>{bar.label}</button></td></tr>)}</tbody>
        </table>
      </details>
    </>
  );
}
