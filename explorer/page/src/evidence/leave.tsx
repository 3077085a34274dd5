// Before a source's address is opened: a warning, because whoever runs it sees the visit.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language/strings";

const address = signal<string | null>(null);

/** Asks whether to open an address. Only addresses of the web are ever opened. */
export function leave(url: string): void {
  if (/^https?:\/\//i.test(url)) address.value = url;
}

export function Leaving(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const url = address.value;
  useEffect(() => { if (url) dialog.current?.showModal(); }, [url]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="leaving-title" onClose={() => { address.value = null; }}>
      <h2 id="leaving-title">{t("leave.title")}</h2>
      <p>{t("leave.text")}</p>
      <p class="address" dir="ltr">{url}</p>
      <form method="dialog" class="buttons end">
        <button>{t("leave.stay")}</button>
        <button type="button" onClick={() => { void navigator.clipboard.writeText(url ?? ""); dialog.current?.close(); }}>{t("leave.copy")}</button>
        <a class="button danger" href={url ?? "#"} target="_blank" rel="noopener noreferrer" onClick={() => dialog.current?.close()}>{t("leave.go")}</a>
      </form>
    </dialog>
  );
}
