// Search as one types: every spelling, bodies, provisions, places, and words of entries, with the hit marked.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { get, wasCancelled } from "../api/client";
import type { Hit, SearchAnswer, Thing } from "../api/types";
import { Sign } from "../canvas/legend";
import { kindOf } from "../canvas/schema";
import { t } from "../language/strings";
import { Icon } from "../shell/icon";
import { explain } from "../shell/messages";

const PAUSE = 120;
/** The kinds that hits can be narrowed to. */
const KINDS = ["Person", "Organisation", "Court", "Facility", "Place", "Provision", "Case", "Entry"];

interface BoxProperties { placeholder: string; choose: (thing: Thing) => void; kinds?: readonly string[]; id?: string; value?: string; global?: boolean }

export function SearchBox({ placeholder, choose, kinds, id = "search", value = "", global = false }: BoxProperties): JSX.Element {
  const [text, setText] = useState(value);
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [error, setError] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const [only, setOnly] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const q = text.trim();
    if (!open || q.length < 2) { setHits(null); return undefined; }
    const aborter = new AbortController();
    const timer = setTimeout(() => {
      const wanted = only ? [only] : kinds;
      get<SearchAnswer>("search", { q, limit: 20, kinds: wanted?.join(",") }, aborter.signal).then(
        (found) => { setHits(found.hits); setAt(0); setError(""); },
        (problem: unknown) => { if (!wasCancelled(problem)) { setHits([]); setError(explain(problem)); } },
      );
    }, PAUSE);
    return () => { clearTimeout(timer); aborter.abort(); };
  }, [text, open, only]);
  const take = (hit: Hit | undefined): void => {
    if (!hit) return;
    choose(hit.thing);
    setText(global ? "" : hit.thing.label);
    setOpen(false);
    input.current?.blur();
  };
  const press = (event: KeyboardEvent): void => {
    const count = hits?.length ?? 0;
    if (event.key === "ArrowDown" && count) { setAt((at + 1) % count); event.preventDefault(); }
    else if (event.key === "ArrowUp" && count) { setAt((at + count - 1) % count); event.preventDefault(); }
    else if (event.key === "Enter" && open) { take(hits?.[at]); event.preventDefault(); }
    else if (event.key === "Escape") { setOpen(false); input.current?.blur(); }
  };
  return (
    <div class={global ? "search global" : "search"} onFocusOut={(event) => { if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) setOpen(false); }}>
      <Icon name="search" />
      <input
        ref={input} id={id} type="search" list={undefined} role="combobox" autocomplete="off" spellcheck={false} dir="auto" value={text} placeholder={placeholder} aria-label={placeholder}
        aria-expanded={open && hits !== null} aria-controls={`${id}-hits`} aria-activedescendant={hits?.length ? `${id}-${at}` : undefined}
        onInput={(event) => { setText(event.currentTarget.value); setOpen(true); }} onFocus={() => setOpen(true)} onKeyDown={press}
      />
      {global && <kbd>/</kbd>}
      {open && hits && (
        <div class="hits">
        {global && <KindFilter only={only} choose={setOnly} />}
        <ul id={`${id}-hits`} role="listbox" aria-label={t("search.hits")}>
          {hits.map((hit, i) => (
            <li key={`${hit.thing.id} ${i}`} id={`${id}-${i}`} data-thing={hit.thing.id} role="option" aria-selected={i === at} class="hit" onPointerDown={(event) => { event.preventDefault(); take(hit); }} onPointerMove={(event) => { if (event.movementX || event.movementY) setAt(i); }}>
              <Sign kind={hit.thing.kind} />
              <span class="hit-text">
                <span class="hit-name" dir="auto">{sameText(hit) ? <Marked hit={hit} /> : hit.thing.label}</span>
                {!sameText(hit) && <span class="hit-where" dir="auto"><Marked hit={hit} /></span>}
                {sameText(hit) && hit.thing.detail && <span class="hit-where" dir="auto">{hit.thing.detail}</span>}
              </span>
              <span class="quiet">{kindOf(hit.thing.kind).label}</span>
            </li>
          ))}
          {hits.length === 0 && <li class="hit none">{error || t("search.none", { q: text.trim() })}</li>}
        </ul>
        </div>
      )}
    </div>
  );
}

/** Narrows the hits to one kind. The pointer keeps the focus in the field, so that typing goes on. */
function KindFilter({ only, choose }: { only: string; choose: (kind: string) => void }): JSX.Element {
  return (
    <div class="hit-kinds" role="group" aria-label={t("search.kinds")}>
      {["", ...KINDS].map((kind) => (
        <button key={kind} class="chip" aria-pressed={only === kind} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(kind)}>
          {kind && <Sign kind={kind} size={10} />}{kind ? kindOf(kind).label : t("search.all")}
        </button>
      ))}
    </div>
  );
}

function sameText(hit: Hit): boolean {
  return hit.marked.map((piece) => piece.text).join("") === hit.thing.label;
}

function Marked({ hit }: { hit: Hit }): JSX.Element {
  return <>{hit.marked.map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>))}</>;
}
