// What the keys do.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language/strings";
import type { Key } from "../language/strings";

export const helpOpen = signal(false);
const KEYS: readonly [string, Key][] = [
  ["/", "keys.search"], ["g s", "keys.start"], ["g c", "keys.canvas"], ["g q", "keys.questions"], ["g p", "keys.paths"], ["g r", "keys.reading"],
  ["g v", "keys.review"], ["g i", "keys.investigations"], ["← ↑ → ↓", "keys.move"], ["E", "keys.expand"], ["H", "keys.hide"], ["P", "keys.pin"],
  ["0", "keys.fit"], ["L", "keys.lasso"], ["T", "keys.table"], ["Ctrl+Z", "keys.undo"], ["Ctrl+Shift+Z", "keys.redo"], ["Esc", "keys.close"],
];

export function Help(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (helpOpen.value) dialog.current?.showModal(); }, [helpOpen.value]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="help-title" onClose={() => { helpOpen.value = false; }}>
      <h2 id="help-title">{t("keys")}</h2>
      <dl class="keys">{KEYS.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(text)}</dd></div>)}</dl>
      <p class="quiet"><a href="licences.txt" target="_blank">{t("licences")}</a> · <a href="/api/docs" target="_blank">{t("apiDocs")}</a></p>
      <form method="dialog" class="buttons end"><button>{t("close")}</button></form>
    </dialog>
  );
}
