// Saved questions that can be asked about one thing, from its panel.
import type { JSX } from "preact";
import { get } from "../api/client";
import type { QueryCard } from "../api/types";
import { t } from "../language/strings";
import { useLoaded } from "../shell/loading";
import { link } from "../shell/router";

/** Questions that take any filter, and are often asked about one thing of a kind: these come first. */
const OFTEN: Record<string, readonly string[]> = {
  Person: ["tried_together", "shared_custody"],
  Place: ["repeated_targeting", "held_on_date", "officials"],
};

const MOST = 4;

export function AskAbout({ id, kind }: { id: string; kind: string }): JSX.Element | null {
  const loaded = useLoaded("queries", (signal) => get<QueryCard[]>("queries", {}, signal));
  const often = OFTEN[kind] ?? [];
  const fields = (card: QueryCard): string[] => card.asks.filter((one) => one.type === kind && (!one.filter || often.includes(card.name))).map(({ name }) => name);
  // A question about two of a kind is asked in a view of its own.
  const cards = (loaded.value ?? []).filter((card) => fields(card).length === 1);
  if (cards.length === 0) return null;
  const rank = ({ name }: QueryCard): number => (often.includes(name) ? often.indexOf(name) : often.length);
  cards.sort((a, b) => rank(a) - rank(b));
  return (
    <nav class="ask-about" aria-label={t("about")}>
      <h3>{t("about")}</h3>
      <ul>{cards.slice(0, MOST).map((card) => <li key={card.name}><a href={link("questions", [card.name], { [fields(card)[0] ?? ""]: id })} title={card.says}>{card.title}</a></li>)}</ul>
    </nav>
  );
}
