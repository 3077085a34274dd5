// Name and save the canvas, or hand it on.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { encode, send } from "../api/client";
import { t } from "../language/strings";
import { Icon } from "../shell/icon";
import { say, sayError } from "../shell/messages";
import { link, replace } from "../shell/router";
import { keep, openName } from "./canvas";
import { ExportForm, stopExport } from "./export";

const dialogOpen = signal<"save" | "export" | null>(null);

export function SaveMenu(): JSX.Element {
  return (
    <>
      <button onClick={() => { dialogOpen.value = "save"; }}><Icon name="save" />{t("save")}</button>
      <button onClick={() => { dialogOpen.value = "export"; }}><Icon name="download" />{t("export")}</button>
      {dialogOpen.value && <Dialog which={dialogOpen.value} />}
    </>
  );
}

function Dialog({ which }: { which: "save" | "export" }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} class="dialog" aria-label={t(which)} onClose={() => { stopExport(); dialogOpen.value = null; }}>
      {which === "save" ? <SaveForm close={close} /> : <ExportForm close={close} />}
    </dialog>
  );
}

function SaveForm({ close }: { close: () => void }): JSX.Element {
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "").trim();
    if (!name) return;
    try {
      await send("PUT", `investigations/${encode(name)}`, keep());
      openName.value = name;
      replace(link("canvas", [name]));
      say(t("saved", { name }));
      close();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} class="dialog-form">
      <h2>{t("save.title")}</h2>
      <label>{t("save.name")}<input name="name" required maxLength={100} defaultValue={openName.value} dir="auto" /></label>
      <p class="quiet">{t("save.about")}</p>
      <div class="buttons end"><button type="button" onClick={close}>{t("cancel")}</button><button class="primary">{t("save")}</button></div>
    </form>
  );
}
