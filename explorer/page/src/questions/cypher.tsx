// A box for those who know Cypher: read-only, the vocabulary at hand, mistakes shown where they are.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ApiError, send } from "../api/client";
import type { CypherAnswer } from "../api/types";
import { Sign } from "../canvas/legend";
import { schema } from "../canvas/schema";
import { counted, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { explain } from "../shell/messages";
import { link } from "../shell/router";

const EXAMPLE = "MATCH (p:Person)-[:RECEIVED]->(s:Sanction)\nRETURN p.name AS person, s.kind AS sanction, s.date AS date\nORDER BY date DESC LIMIT 50";

interface Mistake { message: string; line: number | null; column: number | null }

export function Cypher(): JSX.Element {
  const [text, setText] = useState(EXAMPLE);
  const [answer, setAnswer] = useState<CypherAnswer | null>(null);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setMistake(null);
    try {
      setAnswer(await send<CypherAnswer>("POST", "cypher", { text, parameters: {} }));
    } catch (error) {
      const detail = error instanceof ApiError ? error.detail : {};
      setMistake({ message: explain(error), line: typeof detail.line === "number" ? detail.line : null, column: typeof detail.column === "number" ? detail.column : null });
      setAnswer(null);
    }
    setBusy(false);
  };
  return (
    <div class="sheet">
      <a class="back" href={link("questions")}><Icon name="back" size={14} />{t("nav.questions")}</a>
      <h1>{t("cypher")}</h1>
      <div class="cypher">
        <div>
          <textarea class="code" spellcheck={false} rows={8} aria-label={t("cypher")} aria-invalid={mistake !== null} value={text} onInput={(event) => setText(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void ask(); }} />
          {mistake && <p class="mistake" role="alert"><Icon name="alert" size={14} /><span>{mistake.message}</span></p>}
          {mistake?.line && <pre class="code-line">{text.split("\n")[mistake.line - 1]}{"\n"}{" ".repeat(Math.max(0, (mistake.column ?? 1) - 1))}^</pre>}
          <div class="buttons"><button class="primary" disabled={busy} onClick={() => void ask()}>{t("questions.ask")}</button><span class="quiet">Ctrl+Enter · {t("cypher.readOnly")}</span></div>
          {answer && <CypherRows answer={answer} />}
        </div>
        <Vocabulary />
      </div>
    </div>
  );
}

function CypherRows({ answer }: { answer: CypherAnswer }): JSX.Element {
  return (
    <>
      <p class="quiet pad-top">{counted("rows", answer.rows.length)}{answer.cut && ` · ${t("answer.cut")}`}</p>
      {answer.warnings.map((warning) => <p key={warning} class="badge alleged">{warning}</p>)}
      <div class="wide" tabIndex={0} role="region" aria-label={t("view.table")}>
        <table class="grid">
          <thead><tr>{answer.columns.map((column) => <th key={column}>{column}</th>)}</tr></thead>
          <tbody>{answer.rows.map((row, i) => <tr key={i}>{row.map((value, j) => <td key={j} dir="auto">{typeof value === "string" ? value : value === null ? "" : JSON.stringify(value)}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </>
  );
}

function Vocabulary(): JSX.Element {
  return (
    <aside class="vocabulary" aria-label={t("cypher.vocabulary")} tabIndex={0}>
      <h2>{t("cypher.vocabulary")}</h2>
      {schema.value.kinds.map((kind) => <details key={kind.name}><summary><Sign kind={kind.name} /> {kind.name}</summary><p>{kind.properties.map((property) => property.name).join(", ")}</p></details>)}
      <hr />
      {schema.value.relationships.map((one) => <details key={one.name}><summary>{one.name}</summary><p>{one.ends.map(([from, to]) => `${from} → ${to}`).join(", ")}{one.properties.length > 0 && <><br />{one.properties.map((property) => property.name).join(", ")}</>}</p></details>)}
    </aside>
  );
}
