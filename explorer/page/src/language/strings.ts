// The words of the page, in the language the user chose. `strings/en.json` declares the keys.
import { signal } from "@preact/signals";
import en from "../../strings/en.json";
import ru from "../../strings/ru.json";

export type Key = keyof typeof en;
export type Language = "en" | "ru";
const TABLES: Record<Language, Record<Key, string>> = { en, ru };
const KEPT = "language";

export const language = signal<Language>(initial());

export function setLanguage(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
}

/** A text, with `{name}` replaced by a value. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return TABLES[language.value][key].replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

/** A number with its noun: `counted("facts", 3)` is "3 facts". The text has a form for each plural, set apart by `|`. */
export function counted(key: Key, n: number): string {
  const forms = TABLES[language.value][key].split("|");
  const rule = new Intl.PluralRules(language.value).select(n);
  const index = language.value === "ru" ? ["one", "few", "many", "other"].indexOf(rule) : rule === "one" ? 0 : 1;
  const form = forms[Math.min(index, forms.length - 1)] ?? "";
  return form.replace("{n}", n.toLocaleString(language.value));
}

export function isKey(text: string): text is Key {
  return text in en;
}

/** An ISO date, as exact as known, in words: `2022-10` is "Oct 2022". */
export function day(iso: string | null | undefined): string {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  if (!year || Number.isNaN(year)) return iso;
  if (!month) return String(year);
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "short", timeZone: "UTC" };
  if (date) options.day = "numeric";
  const text = new Intl.DateTimeFormat(language.value === "en" ? "en-GB" : "ru", options).format(Date.UTC(year, month - 1, date ?? 1));
  return text.replace(/\sг\.$/, "");
}

/** A sentence with the ISO days in it in words. Numbers of entries (`2022-10/7`) stay. */
export function withDays(text: string): string {
  return text.replace(/(?<![\d/-])\d{4}-\d{2}-\d{2}(?![\d/-])/g, (iso) => day(iso));
}

function initial(): Language {
  const kept = localStorage.getItem(KEPT);
  const chosen: Language = kept === "ru" || kept === "en" ? kept : navigator.language.startsWith("ru") ? "ru" : "en";
  document.documentElement.lang = chosen;
  return chosen;
}
