// An answer: as a table, and as the pictures that the question names.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { getFile, encode, query } from "../api/client";
import type { QueryAnswer, QueryForm } from "../api/types";
import { addNetwork, selection } from "../canvas/state";
import { counted, isKey, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Empty } from "../shell/loading";
import { sayError } from "../shell/messages";
import { go } from "../shell/router";
import { save } from "../shell/files";
import { AnswerTable } from "./table";
import { PICTURES } from "./pictures";

interface AnswerProperties { form: QueryForm; answer: QueryAnswer; sent: Record<string, string> }

export function Answer({ form, answer, sent }: AnswerProperties): JSX.Element {
  const pictures = Object.keys(form.drawings).filter((name) => name in PICTURES);
  const [view, setView] = useState(pictures.includes(answer.view) ? answer.view : "table");
  if (answer.rows.length === 0) return <Empty icon="inbox" title={t("answer.none")}><p class="hint">{t("answer.noneHint")}</p></Empty>;
  const Picture = PICTURES[view];
  const { network } = answer;
  return (
    <section class="answer">
      <header class="answer-head">
        <p class="quiet">{counted("rows", answer.rows.length)}{answer.cut && ` · ${t("answer.cut")}`}</p>
        <div class="segments" role="tablist">
          {["table", ...pictures].map((name) => <button key={name} role="tab" aria-selected={view === name} onClick={() => setView(name)}>{isKey(`view.${name}`) ? t(`view.${name}` as "view.table") : name}</button>)}
        </div>
        {network && <button onClick={() => { addNetwork(network); selection.value = null; go("canvas"); }}><Icon name="network" />{t("answer.toCanvas")}</button>}
        <button onClick={() => { getFile("GET", `queries/${encode(form.card.name)}/csv${query(sent)}`).then(save, sayError); }}><Icon name="download" />CSV</button>
      </header>
      {Picture && <Picture answer={answer} spec={form.drawings[view] ?? {}} />}
      {view === "table" ? <AnswerTable answer={answer} /> : <details class="as-table"><summary>{t("asTable")}</summary><AnswerTable answer={answer} /></details>}
    </section>
  );
}
