// A fact: its sentence, how sure it is, the words it rests on, and what people decided about it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { encode, get } from "../api/client";
import type { Fact, Group, Quote, Source, ThingPage } from "../api/types";
import { counted, day, isKey, t, withDays } from "../language/strings";
import { Icon } from "../shell/icon";
import { Waiting, useLoaded } from "../shell/loading";
import { link } from "../shell/router";
import { Decide, generation } from "./decide";
import { leave } from "./leave";

const FIRST = 2;

/** More facts under one heading than anybody reads. */
const ALL = 100_000;

export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element {
  if (facts.length === 0) return <p class="quiet pad">{t("facts.none")}</p>;
  return <section class="fact-group"><FactList facts={facts} /></section>;
}

/** The facts of a thing under their headings: the first of each, and the others when they are wanted. */
export function FactGroups({ id, groups, facts }: { id: string; groups: readonly Group[]; facts: readonly Fact[] }): JSX.Element {
  if (facts.length === 0) return <p class="quiet pad">{t("facts.none")}</p>;
  return <>{groups.map((group) => <FactGroup key={group.title} id={id} group={group} facts={facts.filter((fact) => fact.group === group.title)} />)}</>;
}

function FactGroup({ id, group, facts }: { id: string; group: Group; facts: readonly Fact[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const left = group.facts - facts.length;
  return (
    <section class="fact-group">
      <h3>{group.title}{left > 0 && <span class="count">{group.facts}</span>}</h3>
      {all ? <AllFacts id={id} title={group.title} /> : <FactList facts={facts} />}
      {left > 0 && <button class="text small" onClick={() => setAll(!all)}>{all ? t("less") : counted("facts.more", left)}</button>}
    </section>
  );
}

function AllFacts({ id, title }: { id: string; title: string }): JSX.Element {
  const key = `facts ${id} ${title} ${generation.value}`;
  const loaded = useLoaded(key, (signal) => get<ThingPage>(`things/${encode(id)}`, { group: title, most: ALL }, signal));
  return <Waiting loaded={loaded}>{(page) => <FactList facts={page.facts} />}</Waiting>;
}

function FactList({ facts }: { facts: readonly Fact[] }): JSX.Element {
  return <ol class="facts">{facts.map((fact, i) => <FactCard key={`${fact.id} ${i}`} fact={fact} />)}</ol>;
}

function FactCard({ fact }: { fact: Fact }): JSX.Element {
  const [all, setAll] = useState(false);
  const quotes = all ? fact.quotes : fact.quotes.slice(0, FIRST);
  const wrong = fact.decision?.verb === "wrong";
  return (
    <li class={wrong ? "fact wrong" : "fact"} data-fact={fact.id}>
      <p class="fact-sentence" dir="auto">{withDays(fact.sentence)}</p>
      <p class="fact-meta">
        <Standing fact={fact} />
        {fact.date && <span>{withDays(fact.date)}</span>}
        {fact.confidence && <span>{t("fact.confidence", { value: fact.confidence })}</span>}
      </p>
      {quotes.map((quote, i) => <QuoteBlock key={`${quote.entry} ${i}`} quote={quote} />)}
      {fact.kind === "Entry" && <p class="small"><a href={link("reading", [fact.id.slice(0, fact.id.lastIndexOf("/"))], { entry: fact.id })}>{t("fact.read")}</a></p>}
      {fact.quotes.length === 0 && fact.kind !== "Entry" && <p class="quiet small">{t(fact.known === "pack" ? "fact.pack" : "fact.noWords")}</p>}
      {fact.quotes.length > FIRST && <button class="text small" onClick={() => setAll(!all)}>{all ? t("less") : counted("fact.moreQuotes", fact.quotes.length - FIRST)}</button>}
      {fact.decidable && <Decide fact={fact} />}
    </li>
  );
}

function Standing({ fact }: { fact: Fact }): JSX.Element | null {
  if (!fact.standing || fact.standing === "stated") return null;
  const key = `standing.${fact.standing}`;
  return <span class={`badge ${fact.standing}`}>{fact.standing_words || (isKey(key) ? t(key) : fact.standing)}</span>;
}

export function QuoteBlock({ quote }: { quote: Quote }): JSX.Element {
  return (
    <figure class="quote">
      <blockquote dir="auto">{quote.before}<mark>{quote.words}</mark>{quote.after}</blockquote>
      <figcaption>
        <a href={link("reading", [quote.report], { entry: quote.entry })}>{quote.entry}</a>
        {quote.date && <span>{day(quote.date)}</span>}
        {quote.place && <span dir="auto">{quote.place}</span>}
        {quote.sources.map((source, i) => <SourceLink key={i} source={source} />)}
      </figcaption>
    </figure>
  );
}

function SourceLink({ source }: { source: Source }): JSX.Element {
  const { url } = source;
  if (!url) return <span dir="auto">{source.label}</span>;
  return <button class="text source" title={url} onClick={() => leave(url)}>{source.label}<Icon name="external" size={11} /></button>;
}
