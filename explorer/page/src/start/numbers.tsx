// How much is explored, in a row of numbers.
import type { JSX } from "preact";
import { Sign } from "../canvas/legend";
import { kindOf } from "../canvas/schema";
import { day, language, t } from "../language/strings";
import { status } from "../shell/status";

const KINDS = ["Person", "Event", "Charge", "Sanction", "Case", "Court", "Facility", "Entry"];

export function Numbers(): JSX.Element | null {
  const now = status.value;
  if (!now) return null;
  return (
    <header class="start-head">
      <div><h1>{t("start.title")}</h1><p class="quiet">{now.reports.map((report) => report.id).slice(-6).join(", ")} · {day(now.first)} – {day(now.last)}</p></div>
      <dl class="numbers">
        {KINDS.filter((kind) => now.counts[kind]).map((kind) => (
          <div key={kind}><dt><Sign kind={kind} size={12} /><span class="cap">{kindOf(kind).label}</span></dt><dd>{now.counts[kind]?.toLocaleString(language.value)}</dd></div>
        ))}
      </dl>
    </header>
  );
}
