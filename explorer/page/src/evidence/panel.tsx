// Beside the canvas: what is selected, with its facts, each with the words it rests on.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { Fact, ThingPage } from "../api/types";
import { Sign, selectKind } from "../canvas/legend";
import { Neighbours } from "../canvas/menu";
import { kindOf } from "../canvas/schema";
import { addThings, chosen, hideThings, picture, pinThings, removeThings, selection, setNote } from "../canvas/state";
import { counted, t, withDays } from "../language/strings";
import { Icon } from "../shell/icon";
import { Waiting, useLoaded } from "../shell/loading";
import { go } from "../shell/router";
import { Lane } from "../time/lane";
import { AskAbout } from "./about";
import { generation } from "./decide";
import { FactGroups, Facts } from "./fact";

export function Panel(): JSX.Element {
  const now = selection.value;
  const close = (): void => { selection.value = null; chosen.value = []; };
  return (
    <aside class="panel" aria-label={t("panel")}>
      <button class="plain panel-close" aria-label={t("close")} title={`${t("close")} (Esc)`} onClick={close}><Icon name="close" /></button>
      {chosen.value.length > 1 ? <Several ids={chosen.value} /> : now?.type === "thing" ? <ThingPanel key={now.id} id={now.id} /> : now && <LinePanel source={now.source} target={now.target} />}
    </aside>
  );
}

type Tab = "facts" | "connections" | "time";

function ThingPanel({ id }: { id: string }): JSX.Element {
  const loaded = useLoaded(`thing ${id} ${generation.value}`, (signal) => get<ThingPage>(`things/${encode(id)}`, {}, signal));
  return <Waiting loaded={loaded}>{(page) => <ThingDetails page={page} />}</Waiting>;
}

export function ThingDetails({ page }: { page: ThingPage }): JSX.Element {
  const [tab, setTab] = useState<Tab>("facts");
  const { thing, fields, groups, facts } = page;
  const tabs: Tab[] = thing.kind === "Person" ? ["facts", "connections", "time"] : ["facts", "connections"];
  return (
    <>
      <header class="panel-head">
        <p class="kind"><Sign kind={thing.kind} /><span class="cap">{kindOf(thing.kind).label}</span></p>
        <h2 dir="auto">{withDays(thing.label)}</h2>
        {thing.detail && <p class="quiet" dir="auto">{withDays(thing.detail)}</p>}
        <Actions id={thing.id} person={thing.kind === "Person"} />
      </header>
      {fields.length > 0 && (
        <dl class="fields">
          {fields.map((field) => <div key={field.label + field.value}>{field.label && <dt>{field.label}</dt>}<dd dir="auto">{withDays(field.value)}</dd></div>)}
        </dl>
      )}
      <AskAbout id={thing.id} kind={thing.kind} />
      <Note id={thing.id} />
      <div class="tabs" role="tablist">
        {tabs.map((one) => (
          <button key={one} role="tab" aria-selected={tab === one} onClick={() => setTab(one)}>
            {t(`panel.${one}`)}{one === "facts" && <span class="count">{groups.reduce((sum, group) => sum + group.facts, 0)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel">
        {tab === "facts" && <FactGroups id={thing.id} groups={groups} facts={facts} />}
        {tab === "connections" && <Neighbours id={thing.id} />}
        {tab === "time" && <Lane id={thing.id} />}
      </div>
    </>
  );
}

function Actions({ id, person }: { id: string; person: boolean }): JSX.Element {
  if (!picture.value.things.has(id)) {
    return <div class="actions"><button class="primary" onClick={() => { void addThings([id]); go("canvas"); }}><Icon name="plus" />{t("canvas.add")}</button></div>;
  }
  const pinned = picture.value.pinned.has(id);
  return (
    <div class="actions">
      <button onClick={() => pinThings([id], !pinned)}><Icon name={pinned ? "unpin" : "pin"} />{t(pinned ? "unpin" : "pin")}</button>
      <button onClick={() => hideThings([id])}><Icon name="hide" />{t("hide")}</button>
      {person && <button onClick={() => go("paths", [], { from: id })}><Icon name="path" />{t("path.from")}</button>}
    </div>
  );
}

function Note({ id }: { id: string }): JSX.Element | null {
  const text = picture.value.notes.get(id) ?? "";
  const [editing, setEditing] = useState(false);
  if (!picture.value.things.has(id)) return null;
  if (!editing) return <button class={text ? "own-note" : "text own-note-add"} onClick={() => setEditing(true)}><Icon name="note" /><span dir="auto">{text || t("note.add")}</span></button>;
  return (
    <textarea
      class="own-note-text" aria-label={t("note.add")} rows={3} ref={(element) => element?.focus()} defaultValue={text}
      onBlur={(event) => { setNote(id, event.currentTarget.value); setEditing(false); }}
      onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.blur(); }}
    />
  );
}

function LinePanel({ source, target }: { source: string; target: string }): JSX.Element {
  const key = `line ${source} ${target} ${generation.value}`;
  const loaded = useLoaded(key, (signal) => get<Fact[]>(`lines/${encode(source)}/${encode(target)}`, {}, signal));
  const { things } = picture.value;
  return (
    <>
      <header class="panel-head">
        <p class="kind"><Icon name="path" size={14} />{t("panel.line")}</p>
        <h2 class="ends">
          {[source, target].map((id) => {
            const thing = things.get(id);
            return thing && <button key={id} class="text end" dir="auto" onClick={() => { selection.value = { type: "thing", id }; }}><Sign kind={thing.kind} />{withDays(thing.label)}</button>;
          })}
        </h2>
      </header>
      <Waiting loaded={loaded}>{(facts) => <Facts facts={facts} />}</Waiting>
    </>
  );
}

function Several({ ids }: { ids: readonly string[] }): JSX.Element {
  const things = ids.flatMap((id) => picture.value.things.get(id) ?? []);
  const people = things.filter((thing) => thing.kind === "Person");
  const [a, b] = people;
  return (
    <>
      <header class="panel-head">
        <h2>{counted("things", things.length)}</h2>
        <div class="actions">
          <button onClick={() => pinThings(ids, true)}><Icon name="pin" />{t("pin")}</button>
          <button onClick={() => hideThings(ids)}><Icon name="hide" />{t("hide")}</button>
          <button onClick={() => removeThings(ids)}><Icon name="trash" />{t("remove")}</button>
          {people.length === 2 && a && b && <button class="primary" onClick={() => go("paths", [], { from: a.id, to: b.id })}><Icon name="path" />{t("path.between")}</button>}
        </div>
      </header>
      <ul class="thing-list">
        {things.map((thing) => (
          <li key={thing.id}><button class="row" onClick={() => { chosen.value = []; selection.value = { type: "thing", id: thing.id }; }}><Sign kind={thing.kind} /><span dir="auto">{withDays(thing.label)}</span></button></li>
        ))}
      </ul>
      <p class="buttons">{[...new Set(things.map((thing) => thing.kind))].map((kind) => <button key={kind} class="text" onClick={() => selectKind(kind)}>{t("select.kind", { kind: kindOf(kind).label })}</button>)}</p>
    </>
  );
}
