// How two are connected, and what says so.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { Path, Thing, ThingPage } from "../api/types";
import { Sign } from "../canvas/legend";
import { relationshipLabel, schema } from "../canvas/schema";
import { addNetwork, selection } from "../canvas/state";
import { QuoteBlock } from "../evidence/fact";
import { counted, day, t, withDays } from "../language/strings";
import { SearchBox } from "../search/box";
import { Icon } from "../shell/icon";
import { Empty, Waiting, useLoaded } from "../shell/loading";
import { go, link, replace, route } from "../shell/router";

export function PathsView(): JSX.Element {
  const { parameters } = route.value;
  const from = parameters.get("from") ?? "", to = parameters.get("to") ?? "";
  const rare = parameters.get("rare") === "true", without = parameters.get("without")?.split(",").filter(Boolean) ?? [];
  const put = (changes: Record<string, string>): void => {
    const next = { from, to, rare: rare ? "true" : "", without: without.join(","), ...changes };
    replace(link("paths", [], Object.fromEntries(Object.entries(next).filter(([, value]) => value))));
  };
  const connecting = schema.value.relationships.filter((one) => one.connects).map((one) => one.name);
  const kinds = connecting.filter((name) => !without.includes(name));
  return (
    <div class="sheet narrow">
      <h1>{t("paths.title")}</h1>
      <p class="lead">{t("paths.lead")}</p>
      <div class="path-form">
        <End id="path-from" label={t("table.from")} value={from} put={(id) => put({ from: id })} />
        <button class="tool" aria-label={t("paths.swap")} title={t("paths.swap")} onClick={() => put({ from: to, to: from })}>⇄</button>
        <End id="path-to" label={t("table.to")} value={to} put={(id) => put({ to: id })} />
      </div>
      <div class="segments" role="radiogroup" aria-label={t("paths.which")}>
        <button role="radio" aria-checked={!rare} onClick={() => put({ rare: "" })}>{t("paths.shortest")}</button>
        <button role="radio" aria-checked={rare} onClick={() => put({ rare: "true" })}>{t("paths.rarest")}</button>
      </div>
      {!rare && (
        <details class="filters" open={without.length > 0}><summary><Icon name="filter" size={13} />{t("paths.kinds")}</summary>
          <div class="checks">
            {connecting.map((name) => (
              <label key={name}><input type="checkbox" checked={!without.includes(name)} onChange={(event) => put({ without: (event.currentTarget.checked ? without.filter((one) => one !== name) : [...without, name]).join(",") })} />{relationshipLabel(name)}</label>
            ))}
          </div>
        </details>
      )}
      {from && to ? <Found from={from} to={to} rare={rare} kinds={rare || without.length === 0 ? [] : kinds} /> : <Empty icon="path" title={t("paths.choose")} />}
    </div>
  );
}

function End({ id, label, value, put }: { id: string; label: string; value: string; put: (id: string) => void }): JSX.Element {
  const [name, setName] = useState("");
  useEffect(() => {
    setName("");
    if (value) get<ThingPage>(`things/${encode(value)}`, { most: 1 }).then((page) => setName(page.thing.label), () => setName(value));
  }, [value]);
  return <div class="field"><label for={id}>{label}</label><SearchBox id={id} kinds={["Person", "Organisation", "Court", "Facility", "Case"]} value={name} placeholder={t("paths.pick")} choose={(thing) => put(thing.id)} /></div>;
}

function Found({ from, to, rare, kinds }: { from: string; to: string; rare: boolean; kinds: readonly string[] }): JSX.Element {
  const asked = { from, to, k: 5, rare, kinds: kinds.join(",") };
  const loaded = useLoaded(JSON.stringify(asked), (signal) => get<Path[]>("paths", asked, signal));
  return (
    <Waiting loaded={loaded}>
      {(paths) => (paths.length === 0
        ? <Empty icon="path" title={t("paths.none")}><p class="hint">{t("paths.noneHint")} {t("paths.noneTry")}</p></Empty>
        : <ol class="paths">{paths.map((path, i) => <PathCard key={i} path={path} number={i + 1} />)}</ol>)}
    </Waiting>
  );
}

function PathCard({ path, number }: { path: Path; number: number }): JSX.Element {
  const things = [...path.steps.map((step) => step.source), ...path.steps.slice(-1).map((step) => step.target)];
  return (
    <li class="path">
      <header>
        <h2>{number}. {counted("steps", path.steps.length)}</h2>
        <button onClick={() => { addNetwork(path.network); selection.value = null; go("canvas"); }}><Icon name="network" />{t("answer.toCanvas")}</button>
      </header>
      <p class="chain">{things.map((thing, i) => <Link key={thing.id} thing={thing} first={i === 0} />)}</p>
      <ol class="path-steps">
        {path.steps.map((step, i) => (
          <li key={i}>
            <p class="fact-sentence" dir="auto">{withDays(step.sentence)}</p>
            {(step.dates.length > 0 || step.shared_by > 0) && <p class="fact-meta"><span>{step.dates.map(day).join(", ")}</span>{step.shared_by > 0 && <span>{counted("paths.sharedBy", step.shared_by)}</span>}</p>}
            {step.quotes.slice(0, 2).map((quote, j) => <QuoteBlock key={j} quote={quote} />)}
          </li>
        ))}
      </ol>
    </li>
  );
}

function Link({ thing, first }: { thing: Thing; first: boolean }): JSX.Element {
  return <>{!first && <Icon name="right" size={12} />}<span class="chain-thing" dir="auto"><Sign kind={thing.kind} />{withDays(thing.label)}</span></>;
}
