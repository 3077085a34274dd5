// The reading room: a report as it is printed, every fact marked in the legend's colours, and what was not read.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { ReportListed, ReportPage, Unread } from "../api/types";
import { Sign } from "../canvas/legend";
import { kindOf } from "../canvas/schema";
import { ThingDetails } from "../evidence/panel";
import { generation } from "../evidence/decide";
import { counted, day, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Empty, Waiting, useLoaded } from "../shell/loading";
import { link, replace, route } from "../shell/router";
import { Printed, opened } from "./entry";
import type { ThingPage } from "../api/types";

const COUNT = 20;
const KINDS = ["Person", "Event", "Charge", "Sanction", "Stay", "Organisation", "Court", "Facility", "Place", "Provision"];

export function ReadingView(): JSX.Element {
  const [id] = route.value.rest;
  return id ? <Room key={id} id={id} /> : <List />;
}

function List(): JSX.Element {
  const loaded = useLoaded("reports", (signal) => get<ReportListed[]>("reports", {}, signal));
  return (
    <div class="sheet narrow">
      <h1>{t("nav.reading")}</h1>
      <p class="lead">{t("reading.lead")}</p>
      <Waiting loaded={loaded}>
        {(reports) => (reports.length === 0
          ? <Empty icon="book" title={t("start.noReports")}><p class="hint">{t("start.noReportsHint")}</p></Empty>
          : <ul class="reports">{[...reports].reverse().map((report) => <li key={report.id}><a class="card" href={link("reading", [report.id])}><h3 dir="auto">{report.title || report.id}</h3><p>{report.series && `${report.series} · `}{day(report.first)} – {day(report.last)} · {counted("entries", report.entries)}</p></a></li>)}</ul>)}
      </Waiting>
    </div>
  );
}

function Room({ id }: { id: string }): JSX.Element {
  const entry = route.value.parameters.get("entry") ?? "", skip = Number(route.value.parameters.get("skip") ?? 0) || 0;
  const asked = entry ? { entry, count: COUNT } : { skip, count: COUNT };
  const loaded = useLoaded(`report ${id} ${JSON.stringify(asked)} ${generation.value}`, (signal) => get<ReportPage>(`reports/${encode(id)}`, asked, signal));
  useEffect(() => { opened.value = null; }, [id]);
  return (
    <div class={opened.value ? "room-view open" : "room-view"}>
      <div class="room-main" id="room" tabIndex={0} role="region" aria-label={t("nav.reading")}>
        <a class="back" href={link("reading")}><Icon name="back" size={14} />{t("nav.reading")}</a>
        <Waiting loaded={loaded}>{(page) => <Sheet page={page} entry={entry} />}</Waiting>
      </div>
      {opened.value && <Aside id={opened.value} />}
    </div>
  );
}

function Sheet({ page, entry }: { page: ReportPage; entry: string }): JSX.Element {
  const { report, skipped, entries } = page;
  useEffect(() => { document.querySelector(".printed.current")?.scrollIntoView({ block: "center" }); }, [entry, page]);
  const turn = (to: number): void => {
    replace(link("reading", [report.id], { skip: String(Math.max(0, to)) }));
    document.getElementById("room")?.scrollTo(0, 0);
  };
  const last = Math.min(report.entries, skipped + entries.length);
  return (
    <article class="report">
      <header><h1 dir="auto">{report.title || report.id}</h1><p class="quiet">{day(report.first)} – {day(report.last)} · {counted("entries", report.entries)}</p></header>
      <p class="mark-legend">{KINDS.map((kind) => <span key={kind}><Sign kind={kind} size={11} />{kindOf(kind).label}</span>)}</p>
      {entries.map((one) => <Printed key={one.id} entry={one} current={one.id === entry} />)}
      <nav class="pages" aria-label={t("reading.pages")}>
        <button disabled={skipped === 0} onClick={() => turn(skipped - COUNT)}><Icon name="back" size={14} />{t("reading.previous")}</button>
        <span class="quiet">{skipped + 1}–{last} / {report.entries}</span>
        <button disabled={last >= report.entries} onClick={() => turn(skipped + entries.length)}>{t("reading.next")}<Icon name="right" size={14} /></button>
      </nav>
      {page.unread && <NotRead unread={page.unread} />}
    </article>
  );
}

function NotRead({ unread }: { unread: readonly Unread[] }): JSX.Element {
  const [all, setAll] = useState(false);
  return (
    <section class="unread">
      <h2>{t("reading.unread")}</h2>
      {unread.length === 0 && <p class="quiet">{t("reading.allRead")}</p>}
      <ul>{(all ? unread : unread.slice(0, 12)).map((one) => <li key={`${one.line} ${one.kind}`}><span class="quiet">{t("reading.line", { n: one.line })}</span><span class="badge">{one.kind}</span><span dir="auto">{one.words}</span></li>)}</ul>
      {unread.length > 12 && <button class="text" onClick={() => setAll(!all)}>{all ? t("less") : counted("start.more", unread.length - 12)}</button>}
    </section>
  );
}

function Aside({ id }: { id: string }): JSX.Element {
  const loaded = useLoaded(`thing ${id} ${generation.value}`, (signal) => get<ThingPage>(`things/${encode(id)}`, {}, signal));
  return (
    <aside class="panel" aria-label={t("panel")}>
      <button class="plain panel-close" aria-label={t("close")} onClick={() => { opened.value = null; }}><Icon name="close" /></button>
      <Waiting loaded={loaded}>{(page) => <ThingDetails key={id} page={page} />}</Waiting>
    </aside>
  );
}
