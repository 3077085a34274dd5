// The navigation at the left.
import type { JSX } from "preact";
import { t } from "../language/strings";
import type { Key } from "../language/strings";
import { Icon } from "./icon";
import type { IconName } from "./icon";
import { link, route } from "./router";
import { status } from "./status";

const PLACES: readonly { view: string; icon: IconName; key: Key }[] = [
  { view: "start", icon: "home", key: "nav.start" },
  { view: "canvas", icon: "network", key: "nav.canvas" },
  { view: "questions", icon: "table", key: "nav.questions" },
  { view: "paths", icon: "path", key: "nav.paths" },
  { view: "reading", icon: "book", key: "nav.reading" },
  { view: "review", icon: "review", key: "nav.review" },
  { view: "investigations", icon: "folder", key: "nav.investigations" },
];

export function Rail(): JSX.Element {
  const { view } = route.value;
  return (
    <nav class="rail" aria-label={t("nav")}>
      <img src="icon.svg" alt="" width="28" height="28" class="logo" />
      {PLACES.map(({ view: place, icon, key }) => (
        <a key={place} href={link(place)} class="rail-link" aria-current={view === place ? "page" : undefined}>
          <Icon name={icon} size={20} />
          <span>{t(key)}</span>
          {place === "review" && (status.value?.open_questions ?? 0) > 0 && <span class="rail-count">{status.value?.open_questions}</span>}
        </a>
      ))}
    </nav>
  );
}
