// Saved canvases.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { encode, get, send } from "../api/client";
import { counted, day, t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Empty, Waiting, useLoaded } from "../shell/loading";
import { say, sayError } from "../shell/messages";
import { link } from "../shell/router";

interface Listed { name: string; things: number; changed: string }

export function InvestigationsView(): JSX.Element {
  const [changes, setChanges] = useState(0);
  const loaded = useLoaded(`investigations ${changes}`, (signal) => get<Listed[]>("investigations", {}, signal));
  const remove = (name: string): void => {
    send("DELETE", `investigations/${encode(name)}`).then(() => { say(t("saved.removed", { name })); setChanges(changes + 1); }, sayError);
  };
  return (
    <div class="sheet narrow">
      <h1>{t("nav.investigations")}</h1>
      <p class="lead">{t("saved.lead")}</p>
      <Waiting loaded={loaded}>
        {(list) => (list.length === 0
          ? <Empty icon="folder" title={t("saved.none")}><p class="hint">{t("saved.noneHint")}</p><a class="button" href={link("canvas")}>{t("nav.canvas")}</a></Empty>
          : <ul class="reports">{list.map((one) => <Row key={one.name} one={one} remove={remove} />)}</ul>)}
      </Waiting>
    </div>
  );
}

function Row({ one, remove }: { one: Listed; remove: (name: string) => void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return undefined;
    const timer = setTimeout(() => setAsking(false), 5000);
    return () => clearTimeout(timer);
  }, [asking]);
  return (
    <li class="saved">
      <a class="card" href={link("canvas", [one.name])}><h3 dir="auto">{one.name}</h3><p>{counted("things", one.things)} · {day(one.changed.slice(0, 10))}</p></a>
      {asking
        ? <button class="danger" onClick={() => remove(one.name)}>{t("saved.removeNow")}</button>
        : <button class="tool" aria-label={t("remove")} title={t("remove")} onClick={() => setAsking(true)}><Icon name="trash" /></button>}
    </li>
  );
}
