// Light or dark: what the system says until the user chooses.
import { computed, signal } from "@preact/signals";

export type Theme = "light" | "dark";
const KEPT = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(system.matches);
system.addEventListener("change", () => { systemDark.value = system.matches; });
const chosen = signal<string | null>(localStorage.getItem(KEPT));

export const theme = computed<Theme>(() => {
  if (chosen.value === "light" || chosen.value === "dark") return chosen.value;
  return systemDark.value ? "dark" : "light";
});
theme.subscribe((value) => { document.documentElement.dataset.theme = value; });

export function toggleTheme(): void {
  chosen.value = theme.value === "dark" ? "light" : "dark";
  localStorage.setItem(KEPT, chosen.value);
}

/** A colour of the style sheet, as the theme has it. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
