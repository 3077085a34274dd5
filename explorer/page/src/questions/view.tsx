// Saved questions as cards by theme; one of them with its form and answer; a box for typed Cypher.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { get } from "../api/client";
import type { QueryCard } from "../api/types";
import { t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Empty, Waiting, useLoaded } from "../shell/loading";
import { link, route } from "../shell/router";
import { Cypher } from "./cypher";
import { Question } from "./question";

const filter = signal("");

export function QuestionsView(): JSX.Element {
  const [name] = route.value.rest;
  if (name === "cypher") return <Cypher />;
  if (name) return <Question key={name} name={name} />;
  return <Cards />;
}

function Cards(): JSX.Element {
  const loaded = useLoaded("queries", (signal) => get<QueryCard[]>("queries", {}, signal));
  return (
    <div class="sheet">
      <header class="sheet-head">
        <h1>{t("nav.questions")}</h1>
        <input type="search" placeholder={t("questions.filter")} aria-label={t("questions.filter")} value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} />
        <a class="button" href={link("questions", ["cypher"])}><Icon name="terminal" />{t("cypher")}</a>
      </header>
      <Waiting loaded={loaded}>{(cards) => <Themes cards={cards} />}</Waiting>
    </div>
  );
}

function Themes({ cards }: { cards: readonly QueryCard[] }): JSX.Element {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = cards.filter((card) => words.every((word) => `${card.title} ${card.says} ${card.theme} ${card.name}`.toLowerCase().includes(word)));
  const themes = [...new Set(fitting.map((card) => card.theme))];
  if (themes.length === 0) return <Empty icon="search" title={t("questions.none")} />;
  return (
    <>
      {themes.map((theme) => (
        <section key={theme} class="theme">
          <h2 class="cap">{theme}</h2>
          <ul class="cards">
            {fitting.filter((card) => card.theme === theme).map((card) => (
              <li key={card.name}>
                <a class="card" href={link("questions", [card.name])}>
                  <h3>{card.title}</h3>
                  <p>{card.says}</p>
                  {card.own && <span class="badge">{t("questions.own")}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
