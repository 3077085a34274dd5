// At the top right: what is explored, language, theme, help.
import type { JSX } from "preact";
import { counted, day, language, setLanguage, t } from "../language/strings";
import { helpOpen } from "./help";
import { Icon } from "./icon";
import { status } from "./status";
import { theme, toggleTheme } from "./theme";

export function Settings(): JSX.Element {
  const now = status.value;
  const other = language.value === "en" ? "ru" : "en";
  return (
    <div class="settings">
      {now && (
        <p class="quiet covered">
          {counted("reports", now.reports.length)}{now.first && now.last && <> · {day(now.first)} – {day(now.last)}</>}
        </p>
      )}
      {now?.user && <form method="post" action="/sign-out"><button class="text" title={now.user}>{t("signOut")}</button></form>}
      <button class="tool" onClick={() => setLanguage(other)} title={t("language")} lang={other}>{other === "ru" ? "РУ" : "EN"}</button>
      <button class="tool" onClick={toggleTheme} aria-label={t("theme")} title={t("theme")}><Icon name={theme.value === "dark" ? "sun" : "moon"} /></button>
      <button class="tool" onClick={() => { helpOpen.value = true; }} aria-label={t("help")} title={`${t("help")} (?)`}><Icon name="help" /></button>
    </div>
  );
}
