// The same as the picture, as a table: for the keyboard, for screen readers, and for who likes tables.
import type { JSX } from "preact";
import { day, t, withDays } from "../language/strings";
import { bundle } from "./bundles";
import { Sign } from "./legend";
import { kindOf } from "./schema";
import { lineInPeriod, picture, selection, visible } from "./state";

export function NetworkTable(): JSX.Element {
  const { things, lines } = picture.value;
  const shown = [...things.values()].filter((thing) => visible.value.has(thing.id));
  const between = bundle([...lines.values()].filter((line) => visible.value.has(line.source) && visible.value.has(line.target) && lineInPeriod(line)));
  return (
    <div class="network-table" tabIndex={0} role="region" aria-label={t("asTable")}>
      <table class="grid">
        <caption>{t("table.things")}</caption>
        <thead><tr><th>{t("table.kind")}</th><th>{t("table.name")}</th><th>{t("table.detail")}</th><th>{t("table.first")}</th><th>{t("table.last")}</th></tr></thead>
        <tbody>
          {shown.map((thing) => (
            <tr key={thing.id}>
              <td><Sign kind={thing.kind} /> {kindOf(thing.kind).label}</td>
              <td><button class="text" onClick={() => { selection.value = { type: "thing", id: thing.id }; }}>{withDays(thing.label)}</button></td>
              <td>{withDays(thing.detail)}</td><td>{day(thing.first)}</td><td>{day(thing.last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="grid">
        <caption>{t("table.lines")}</caption>
        <thead><tr><th>{t("table.from")}</th><th>{t("table.how")}</th><th>{t("table.to")}</th><th>{t("table.standing")}</th></tr></thead>
        <tbody>
          {between.map((one) => (
            <tr key={one.id}>
              <td>{withDays(things.get(one.source)?.label ?? "")}</td>
              <td><button class="text" onClick={() => { selection.value = { type: "line", source: one.source, target: one.target }; }}>{one.label}</button></td>
              <td>{withDays(things.get(one.target)?.label ?? "")}</td>
              <td>{one.look === "plain" ? t("legend.stated") : t(`standing.${one.look}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
