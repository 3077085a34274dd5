// The start page: what is new, what stayed silent, and pictures that lead on to the canvas.
import type { JSX } from "preact";
import { get, encode } from "../api/client";
import type { QueryAnswer, QueryForm, Start } from "../api/types";
import { generation } from "../evidence/decide";
import { day, isKey, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Waiting, useLoaded } from "../shell/loading";
import { link } from "../shell/router";
import { status } from "../shell/status";
import { Lines } from "./lines";
import { BLOCKS } from "./blocks";
import { Numbers } from "./numbers";
import { Empty } from "../shell/loading";

export function StartView(): JSX.Element {
  if (status.value?.reports.length === 0) return <Empty icon="inbox" title={t("start.noReports")}><p class="hint">{t("start.noReportsHint")}</p></Empty>;
  return <Overview />;
}

function Overview(): JSX.Element {
  const loaded = useLoaded(`start ${generation.value}`, (signal) => get<Start>("start", {}, signal));
  return (
    <div class="sheet start">
      <Numbers />
      {status.value?.notice && <p class="notice" role="status"><Icon name="alert" size={14} />{status.value.notice}</p>}
      <Waiting loaded={loaded}>
        {({ whatsnew, due, blocks }) => (
          <div class="start-grid">
            <section class="block tall"><Lines title={t("start.whatsnew")} briefing={whatsnew} empty={t("start.nothingNew")} /></section>
            <section class="block"><Lines title={t("start.due")} briefing={due} empty={t("start.nothingDue")} /></section>
            {blocks.filter((block) => block.name in BLOCKS).map((block) => <BlockView key={block.name} name={block.name} query={block.query} />)}
          </div>
        )}
      </Waiting>
    </div>
  );
}

function BlockView({ name, query }: { name: string; query: string }): JSX.Element {
  const loaded = useLoaded(`block ${query} ${generation.value}`, async (signal) => {
    const [form, answer] = await Promise.all([get<QueryForm>(`queries/${encode(query)}`, {}, signal), get<QueryAnswer>(`queries/${encode(query)}/answer`, {}, signal)]);
    return { form, answer };
  });
  const Picture = BLOCKS[name];
  const asOf = String(loaded.value?.answer.asked.date ?? "");
  return (
    <section class={`block ${name}`}>
      <header class="block-head">
        <h2>{isKey(`start.${name}`) ? t(`start.${name}` as "start.held") : loaded.value?.form.card.title}</h2>
        {asOf && <span class="quiet small">{t("start.onDay", { day: day(asOf) })}</span>}
        <a href={link("questions", [query])}>{t("start.all")}{loaded.value && ` (${loaded.value.answer.rows.length})`}<Icon name="right" size={13} /></a>
      </header>
      <Waiting loaded={loaded}>{({ form, answer }) => (answer.rows.length && Picture ? <Picture form={form} answer={answer} /> : <p class="quiet pad">{t("answer.none")}</p>)}</Waiting>
    </section>
  );
}
