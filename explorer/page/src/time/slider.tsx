// The period under the canvas: drag its ends to filter, or play through its months.
import { computed, signal } from "@preact/signals";
import { scaleUtc } from "d3-scale";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { period, picture } from "../canvas/state";
import { language, t } from "../language/strings";
import { Icon } from "../shell/icon";

const HIGH = 40;
const DAY = 86_400_000;
const playing = signal(false);

/** The first and last day known of the things on the canvas, as whole months. */
const range = computed<readonly [Date, Date] | null>(() => {
  const days = [...picture.value.things.values()].flatMap((thing) => [thing.first, thing.last]).filter((one) => one !== null).sort();
  const first = days[0], last = days.at(-1);
  if (!first || !last) return null;
  const from = new Date(`${first.slice(0, 7).padEnd(7, "-01")}-01T00:00:00Z`), until = new Date(`${last.slice(0, 7).padEnd(7, "-01")}-01T00:00:00Z`);
  if (Number.isNaN(from.valueOf()) || Number.isNaN(until.valueOf())) return null;
  return [from, new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0))];
});

const iso = (date: Date): string => date.toISOString().slice(0, 10);

export function Slider(): JSX.Element | null {
  const svg = useRef<SVGSVGElement>(null);
  const [wide, setWide] = useState(600);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => { if (entry) setWide(entry.contentRect.width); });
    if (svg.current) observer.observe(svg.current);
    return () => observer.disconnect();
  }, [range.value === null]);
  useEffect(play, [playing.value]);
  if (!range.value) return null;
  const scale = scaleUtc().domain(range.value).range([10, Math.max(60, wide - 10)]);
  const [from, until] = period.value ?? [iso(range.value[0]), iso(range.value[1])];
  const x1 = scale(new Date(from)), x2 = scale(new Date(until));
  return (
    <div class="slider">
      <button class="tool" aria-label={t(playing.value ? "time.pause" : "time.play")} title={t(playing.value ? "time.pause" : "time.play")} onClick={() => { playing.value = !playing.value; }}>
        <Icon name={playing.value ? "pause" : "play"} />
      </button>
      <svg ref={svg} class="slider-scale" height={HIGH + 16} aria-hidden="true" onPointerDown={(event) => drag(event, scale)}>
        <Histogram scale={scale} />
        <rect class="slider-range" x={x1} width={Math.max(2, x2 - x1)} y={0} height={HIGH} />
        <rect class="slider-handle" x={x1 - 3} width={6} y={6} height={HIGH - 12} rx={3} />
        <rect class="slider-handle" x={x2 - 3} width={6} y={6} height={HIGH - 12} rx={3} />
        {scale.ticks(Math.max(2, Math.floor(wide / 110))).map((tick) => (
          <text key={tick.valueOf()} x={Math.min(wide - 18, Math.max(16, scale(tick)))} y={HIGH + 13} class="tick">{tickLabel(tick)}</text>
        ))}
      </svg>
      <div class="slider-days">
        <Day label={t("time.from")} value={from} set={(value) => { period.value = [value, until]; }} />
        <span class="quiet">–</span>
        <Day label={t("time.until")} value={until} set={(value) => { period.value = [from, value]; }} />
        <button class="text" disabled={!period.value} onClick={() => { period.value = null; playing.value = false; }}>{t("time.all")}</button>
      </div>
    </div>
  );
}

function Day({ label, value, set }: { label: string; value: string; set: (value: string) => void }): JSX.Element {
  return <input type="date" aria-label={label} value={value} onChange={(event) => { if (event.currentTarget.value) set(event.currentTarget.value); }} />;
}

function Histogram({ scale }: { scale: (date: Date) => number }): JSX.Element {
  const months = new Map<string, number>();
  for (const { first, last } of picture.value.things.values()) {
    for (const one of new Set([first?.slice(0, 7), last?.slice(0, 7)])) if (one && one.length === 7) months.set(one, (months.get(one) ?? 0) + 1);
  }
  const most = Math.max(1, ...months.values());
  return (
    <g class="slider-bars">
      {[...months].map(([month, count]) => {
        const begin = new Date(`${month}-01T00:00:00Z`);
        const x = scale(begin), wide = scale(new Date(begin.valueOf() + 30 * DAY)) - x;
        const high = Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * (HIGH - 8));
        return <rect key={month} x={x} width={Math.max(1, wide - 1)} y={HIGH - high} height={high} />;
      })}
    </g>
  );
}

function tickLabel(tick: Date): string {
  const january = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
  return january ? String(tick.getUTCFullYear()) : new Intl.DateTimeFormat(language.value === "en" ? "en-GB" : "ru", { month: "short", day: tick.getUTCDate() === 1 ? undefined : "numeric", timeZone: "UTC" } as Intl.DateTimeFormatOptions).format(tick);
}

type Scale = ReturnType<typeof scaleUtc<number>>;

/** Drags the nearer end; between the ends, away from both, the whole period. */
function drag(event: PointerEvent, scale: Scale): void {
  if (!range.value) return;
  const svg = event.currentTarget as SVGSVGElement;
  const left = svg.getBoundingClientRect().left;
  const [low, high] = range.value;
  const ends = period.value ?? [iso(low), iso(high)];
  const [a, b] = ends.map((end) => new Date(end).valueOf()) as [number, number];
  const dayAt = (x: number): number => Math.min(high.valueOf(), Math.max(low.valueOf(), scale.invert(x - left).valueOf()));
  const start = dayAt(event.clientX);
  const grip = Math.abs(scale(a) - scale(start)) < 14 ? "from" : Math.abs(scale(b) - scale(start)) < 14 ? "until" : period.value && start > a && start < b ? "both" : "new";
  const move = (moved: PointerEvent): void => {
    const now = dayAt(moved.clientX);
    if (grip === "from") set(now, b);
    else if (grip === "until") set(a, now);
    else if (grip === "new") set(start, now);
    else set(Math.max(low.valueOf(), a + now - start), Math.min(high.valueOf(), b + now - start));
  };
  svg.setPointerCapture(event.pointerId);
  svg.addEventListener("pointermove", move);
  svg.addEventListener("pointerup", () => svg.removeEventListener("pointermove", move), { once: true });
}

function set(a: number, b: number): void {
  period.value = [iso(new Date(Math.min(a, b))), iso(new Date(Math.max(a, b)))];
}

/** A month at a time from the first to the last. */
function play(): (() => void) | undefined {
  if (!playing.value || !range.value) return undefined;
  const [first, last] = range.value;
  let month = new Date(first);
  const step = (): void => {
    const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
    period.value = [iso(month), iso(new Date(next.valueOf() - DAY))];
    if (next >= last) playing.value = false;
    month = next;
  };
  step();
  const timer = setInterval(step, 1200);
  return () => clearInterval(timer);
}

