// A fact: its sentence, how sure it is, the words it rests on, and what people decided about it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Fact, Quote, Source } from "../api/types";
import { counted, day, isKey, t, withDays } from "../language/strings";
import { Icon } from "../shell/icon";
import { link } from "../shell/router";
import { Decide } from "./decide";
import { leave } from "./leave";

const FIRST = 2;

export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element {
  if (facts.length === 0) return <p class="quiet pad">{t("facts.none")}</p>;
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
  return (
    <>
      {[...groups].map(([group, together]) => (
        <section key={group} class="fact-group">
          {group && <h3>{group}</h3>}
          <ol class="facts">{together.map((fact, i) => <FactCard key={`${fact.id} ${i}`} fact={fact} />)}</ol>
        </section>
      ))}
    </>
  );
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
