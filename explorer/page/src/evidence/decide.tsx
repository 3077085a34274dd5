// Right, wrong, correct, note: what people decide about a fact, each with undo.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { encode, get, send } from "../api/client";
import { cancelJob, follow } from "../api/jobs";
import type { Correctable, Fact, Job } from "../api/types";
import { refresh } from "../canvas/state";
import { isKey, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { say, sayError } from "../shell/messages";
import { status } from "../shell/status";

export type Verb = "right" | "wrong" | "corrected" | "note";
/** Raised when a decision changed the graph, so that whoever shows facts asks again. */
export const generation = signal(0);
/** The fact that is being decided about, and the job that records it once the server says which. */
const busy = signal<{ fact: string; job: string } | null>(null);

async function decide(fact: Fact, verb: Verb, why: string, fields: Record<string, string> = {}): Promise<void> {
  busy.value = { fact: fact.id, job: "" };
  try {
    const begun = await send<Job>("POST", "decisions", { verb: verb === "corrected" ? "correct" : verb, id: fact.id, why, fields });
    busy.value = { fact: fact.id, job: begun.id };
    const job = await follow(begun);
    await renewed();
    if (job.state === "cancelled") say(t("job.cancelled"));
    else say(t(`decided.${verb}`), job.decisions.length ? { label: t("undo"), run: () => { void takeBack(job.decisions); } } : undefined);
  } catch (error) {
    sayError(error);
  }
  busy.value = null;
}

export async function takeBack(ids: readonly string[]): Promise<void> {
  try {
    for (const id of [...ids].reverse()) await follow(await send<Job>("DELETE", `decisions/${encode(id)}`));
    await renewed();
    say(t("decided.undone"));
  } catch (error) {
    sayError(error);
  }
}

export async function renewed(): Promise<void> {
  generation.value += 1;
  await refresh();
}

export function Decide({ fact }: { fact: Fact }): JSX.Element | null {
  const [form, setForm] = useState<"corrected" | "note" | "wrong" | null>(null);
  if (!status.value?.decides) return null;
  if (busy.value?.fact === fact.id) return <Working job={busy.value.job} />;
  if (fact.decision) return <Decided fact={fact} />;
  if (form) return <Form fact={fact} verb={form} close={() => setForm(null)} />;
  return (
    <div class="decide" role="group" aria-label={t("decide")}>
      <button class="small" onClick={() => void decide(fact, "right", "")}><Icon name="check" size={13} />{t("decide.right")}</button>
      <button class="small" onClick={() => setForm("wrong")}><Icon name="close" size={13} />{t("decide.wrong")}</button>
      <button class="small" onClick={() => setForm("corrected")}><Icon name="edit" size={13} />{t("decide.correct")}</button>
      <button class="small" onClick={() => setForm("note")}><Icon name="note" size={13} />{t("decide.note")}</button>
    </div>
  );
}

/** The graph is made anew; a commit is whole or not there, so it can be cancelled at any time. */
function Working({ job }: { job: string }): JSX.Element {
  return (
    <p class="decide" role="status">
      <span class="spinner" />{t("decide.working")}
      {job && <button class="text" onClick={() => { cancelJob(job).catch(sayError); }}>{t("cancel")}</button>}
    </p>
  );
}

function Decided({ fact }: { fact: Fact }): JSX.Element | null {
  const { decision } = fact;
  if (!decision) return null;
  const key = `verb.${decision.verb}`;
  return (
    <p class={`decide decided ${decision.verb}`}>
      <Icon name={decision.verb === "wrong" ? "close" : "check"} size={13} />
      <span>{isKey(key) ? t(key) : decision.verb}{decision.why && ` — ${decision.why}`}</span>
      <button class="text" onClick={() => void takeBack([decision.id])}>{t("undo")}</button>
    </p>
  );
}

function Form({ fact, verb, close }: { fact: Fact; verb: "corrected" | "note" | "wrong"; close: () => void }): JSX.Element {
  const [fields, setFields] = useState<readonly Correctable[] | null>(fact.correctable.length || verb !== "corrected" ? fact.correctable : null);
  if (fields === null) {
    get<Fact>(`facts/${encode(fact.id)}`).then((whole) => setFields(whole.correctable), (error: unknown) => { sayError(error); close(); });
    return <p class="decide" role="status"><span class="spinner" />{t("loading")}</p>;
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const changed = fields.filter(({ field, value }) => String(data.get(`field ${field}`) ?? value) !== value);
    if (verb === "corrected" && changed.length === 0) { say(t("decide.nothingChanged")); return; }
    void decide(fact, verb, String(data.get("why") ?? ""), Object.fromEntries(changed.map(({ field }) => [field, String(data.get(`field ${field}`))])));
    close();
  };
  return (
    <form class="decide-form" onSubmit={submit} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
      {verb === "corrected" && fields.map((one) => <Correction key={one.field} field={one} />)}
      {verb === "corrected" && fields.length === 0 && <p class="quiet">{t("decide.nothingToCorrect")}</p>}
      <label>{t(verb === "note" ? "decide.note" : "decide.why")}
        <textarea name="why" rows={2} required={verb === "note"} ref={(element) => { if (verb !== "corrected") element?.focus(); }} />
      </label>
      <div class="buttons end">
        <button type="button" onClick={close}>{t("cancel")}</button>
        <button class={verb === "wrong" ? "danger" : "primary"}>{t(`decide.submit.${verb}`)}</button>
      </div>
    </form>
  );
}

function Correction({ field }: { field: Correctable }): JSX.Element {
  const name = `field ${field.field}`;
  return (
    <label>{field.label}
      {field.choices.length > 0
        ? <select name={name} defaultValue={field.value}>{[...new Set([field.value, ...field.choices])].map((one) => <option key={one} value={one} selected={one === field.value}>{one || "—"}</option>)}</select>
        : <input name={name} defaultValue={field.value} dir="auto" />}
    </label>
  );
}
