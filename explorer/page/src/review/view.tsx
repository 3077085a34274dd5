// Review: who is who, and doubtful facts, one question at a time, by mouse or keyboard, with undo.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, send } from "../api/client";
import { follow } from "../api/jobs";
import type { FactQuestions, Job, PeopleQuestion, PeopleQuestions, Side } from "../api/types";
import { Facts } from "../evidence/fact";
import { generation, renewed, takeBack } from "../evidence/decide";
import { counted, day, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Empty, Waiting, useLoaded } from "../shell/loading";
import { say, sayError } from "../shell/messages";
import { link, route } from "../shell/router";
import { status } from "../shell/status";

type Answer = "same" | "different" | "unsure";

export function ReviewView(): JSX.Element {
  const facts = route.value.rest[0] === "facts";
  return (
    <div class="sheet">
      <header class="sheet-head">
        <h1>{t("nav.review")}</h1>
        <nav class="segments" aria-label={t("nav.review")}>
          <a href={link("review")} aria-current={facts ? undefined : "page"}>{t("review.people")}</a>
          <a href={link("review", ["facts"])} aria-current={facts ? "page" : undefined}>{t("review.facts")}</a>
        </nav>
      </header>
      {!status.value?.decides ? <Empty icon="review" title={t("review.notHere")} /> : facts ? <DoubtfulFacts /> : <WhoIsWho />}
    </div>
  );
}

function WhoIsWho(): JSX.Element {
  const [skip, setSkip] = useState(0);
  const loaded = useLoaded(`people ${generation.value} ${skip}`, (signal) => get<PeopleQuestions>("review/people", { skip, limit: 1 }, signal));
  return (
    <Waiting loaded={loaded}>
      {({ questions: [question], left }) => (question
        ? <Pair key={`${question.a.id} ${question.b.id}`} question={question} left={left} skip={() => setSkip(skip + 1)} />
        : <Empty icon="check" title={t("review.done")}>{left > 0 && <button onClick={() => setSkip(0)}>{t("review.again", { n: left })}</button>}</Empty>)}
    </Waiting>
  );
}

function Pair({ question, left, skip }: { question: PeopleQuestion; left: number; skip: () => void }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const decide = async (answer: Answer): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const job = await follow(await send<Job>("POST", "review/people", { answer, a: question.a.id, b: question.b.id }));
      await renewed();
      say(t(`review.said.${answer}`), { label: t("undo"), run: () => { void takeBack(job.decisions); } });
    } catch (error) {
      sayError(error);
    }
    setBusy(false);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.target as HTMLElement).closest("input, textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
      const answer = ({ y: "same", n: "different", u: "unsure" } as const)[event.key.toLowerCase()];
      if (answer) void decide(answer);
      else if (event.key.toLowerCase() === "s") skip();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  return (
    <>
      <p class="lead">{t("review.samePerson")} <span class="quiet">{counted("review.left", left)} · {counted("review.joins", question.entries)}</span></p>
      <div class="pair"><PersonCard side={question.a} /><PersonCard side={question.b} /></div>
      <div class="reasons">
        <Reasons title={t("review.for")} reasons={question.reasons_for} good />
        <Reasons title={t("review.against")} reasons={question.reasons_against} good={false} />
      </div>
      <div class="buttons answer-buttons">
        <button class="primary" disabled={busy} onClick={() => void decide("same")}>{t("review.same")} <kbd>Y</kbd></button>
        <button disabled={busy} onClick={() => void decide("different")}>{t("review.different")} <kbd>N</kbd></button>
        <button disabled={busy} onClick={() => void decide("unsure")}>{t("review.unsure")} <kbd>U</kbd></button>
        <button disabled={busy} onClick={skip}>{t("review.skip")} <kbd>S</kbd></button>
        {busy && <span class="decide" role="status"><span class="spinner" />{t("decide.working")}</span>}
      </div>
    </>
  );
}

function Reasons({ title, reasons, good }: { title: string; reasons: readonly string[]; good: boolean }): JSX.Element {
  return <section class={good ? "good" : "bad"}><h3>{title}</h3><ul>{reasons.map((reason) => <li key={reason}><Icon name={good ? "plus" : "minus"} size={13} />{reason}</li>)}{reasons.length === 0 && <li class="quiet">—</li>}</ul></section>;
}

function PersonCard({ side }: { side: Side }): JSX.Element {
  return (
    <section class="side">
      <h2 dir="auto">{side.names[0]}</h2>
      {side.names.length > 1 && <p class="quiet" dir="auto">{side.names.slice(1).join(", ")}</p>}
      {side.descriptions.length > 0 && <p dir="auto">{side.descriptions.join(", ")}</p>}
      {side.entries.map((entry) => (
        <figure class="quote" key={entry.id}>
          <blockquote dir="auto">{marked(entry.text, entry.names)}</blockquote>
          <figcaption><a href={link("reading", [entry.id.slice(0, entry.id.lastIndexOf("/"))], { entry: entry.id })}>{entry.id}</a><span>{day(entry.date)}</span></figcaption>
        </figure>
      ))}
    </section>
  );
}

function marked(text: string, names: readonly { start: number; end: number }[]): JSX.Element[] {
  const letters = [...text];
  const sorted = [...names].sort((a, b) => a.start - b.start);
  let at = 0;
  const parts: JSX.Element[] = [];
  for (const { start, end } of sorted) {
    if (start < at) continue;
    parts.push(<span key={at}>{letters.slice(at, start).join("")}</span>, <mark key={`m${start}`}>{letters.slice(start, end).join("")}</mark>);
    at = end;
  }
  parts.push(<span key={`${at} end`}>{letters.slice(at).join("")}</span>);
  return parts;
}

function DoubtfulFacts(): JSX.Element {
  const [skip, setSkip] = useState(0);
  const loaded = useLoaded(`facts ${generation.value} ${skip}`, (signal) => get<FactQuestions>("review/facts", { skip, limit: 5 }, signal));
  return (
    <Waiting loaded={loaded}>
      {({ questions, left }) => (
        <>
          <p class="lead">{t("review.factsLead")} <span class="quiet">{counted("review.left", left)}</span></p>
          <div class="doubtful">
            {questions.map(({ fact, doubt }) => <section key={fact.id} class="side">{doubt && <p class="badge alleged">{doubt}</p>}<Facts facts={[{ ...fact, group: "", confidence: doubt ? null : fact.confidence, decidable: true }]} /></section>)}
          </div>
          {questions.length === 0 && <Empty icon="check" title={t("review.done")} />}
          <div class="buttons"><button disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - 5))}>{t("reading.previous")}</button><button disabled={skip + 5 >= left} onClick={() => setSkip(skip + 5)}>{t("reading.next")}</button></div>
        </>
      )}
    </Waiting>
  );
}
