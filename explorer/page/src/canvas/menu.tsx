// The menu of one thing: its neighbours by kind of relationship, counts first, and what can be done with it.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { get, encode } from "../api/client";
import type { Neighbour } from "../api/types";
import { t, withDays } from "../language/strings";
import { Icon } from "../shell/icon";
import type { IconName } from "../shell/icon";
import { useLoaded, Waiting } from "../shell/loading";
import { go } from "../shell/router";
import { menu } from "./gestures";
import { Sign } from "./legend";
import { kindOf, relationshipLabel } from "./schema";
import { STEP, collapse, expand, further, hideThings, picture, pinThings, removeThings, wayKey } from "./state";

const WIDE = 264;

export function Menu(): JSX.Element | null {
  const place = menu.value;
  const thing = place && picture.value.things.get(place.id);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu_ = element.current, box = menu_?.parentElement?.getBoundingClientRect();
    if (!menu_ || !box || !place) return undefined;
    // Again whenever it grows: its neighbours come later than it does.
    const observer = new ResizeObserver(() => {
      menu_.style.left = `${Math.max(8, Math.min(place.x + 18, box.width - WIDE - 8))}px`;
      menu_.style.top = `${Math.max(8, Math.min(place.y - 12, box.height - menu_.offsetHeight - 8))}px`;
    });
    observer.observe(menu_);
    return () => observer.disconnect();
  }, [place]);
  if (!place || !thing) return null;
  const close = (): void => { menu.value = null; };
  const pinned = picture.value.pinned.has(thing.id);
  const act = (run: () => void) => () => { run(); close(); };
  return (
    <div class="menu" ref={element} role="menu" aria-label={thing.label} onKeyDown={(event) => move(event, close)}>
      <p class="menu-title">{withDays(thing.label)}</p>
      <Neighbours id={thing.id} done={close} />
      <hr />
      <Item icon="network" label={t("collapse")} run={act(() => collapse(thing.id))} />
      <Item icon={pinned ? "unpin" : "pin"} label={t(pinned ? "unpin" : "pin")} run={act(() => pinThings([thing.id], !pinned))} />
      <Item icon="hide" label={t("hide")} run={act(() => hideThings([thing.id]))} />
      <Item icon="trash" label={t("remove")} run={act(() => removeThings([thing.id]))} />
      {thing.kind === "Person" && <Item icon="path" label={t("path.from")} run={act(() => go("paths", [], { from: thing.id }))} />}
    </div>
  );
}

function Item({ icon, label, run }: { icon: IconName; label: string; run: () => void }): JSX.Element {
  return <button class="menu-item" role="menuitem" onClick={run}><Icon name={icon} /><span>{label}</span></button>;
}

export function Neighbours({ id, done }: { id: string; done?: () => void }): JSX.Element {
  const loaded = useLoaded(`neighbours ${id}`, (signal) => get<Neighbour[]>(`things/${encode(id)}/neighbours`, {}, signal));
  const list = useRef<HTMLUListElement>(null);
  const ready = loaded.value !== undefined;
  useEffect(() => { if (done && ready) list.current?.querySelector("button")?.focus(); }, [ready]);
  return (
    <Waiting loaded={loaded}>
      {(rows) => (
        <ul class="neighbours" ref={list}>
          {[...rows].sort((a, b) => Number(a.kind === "Entry") - Number(b.kind === "Entry")).map((row) => (
            <li key={`${row.relationship} ${row.direction} ${row.kind}`}>
              <button
                role={done ? "menuitem" : undefined} class="menu-item"
                onClick={() => { void expand(id, row); done?.(); }}
              >
                <Sign kind={row.kind} /><span>{kindOf(row.kind).label}<span class="way">{relationshipLabel(row.relationship)}</span></span><Count id={id} way={row} />
              </button>
            </li>
          ))}
          {rows.length === 0 && <li class="quiet">{t("neighbours.none")}</li>}
        </ul>
      )}
    </Waiting>
  );
}

/** How many there are; once some are on the canvas, how many come next. */
function Count({ id, way }: { id: string; way: Neighbour }): JSX.Element {
  const skip = further.value.get(wayKey(id, way));
  const rest = way.count - (skip ?? 0);
  return <span class="count">{skip === undefined || rest <= 0 ? way.count : t("expand.nextOf", { n: Math.min(STEP, rest), rest })}</span>;
}

function move(event: KeyboardEvent, close: () => void): void {
  if (event.key === "Escape") close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
  const next = (buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length;
  buttons[next]?.focus();
}
