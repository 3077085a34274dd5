// Name and save the canvas; hand it on as a picture, or under a profile as a file.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { encode, getFile, send } from "../api/client";
import { drawing } from "../canvas/view";
import { picture, selection, visible } from "../canvas/state";
import { t } from "../language/strings";
import { save } from "../shell/files";
import { Icon } from "../shell/icon";
import { say, sayError } from "../shell/messages";
import { link, replace } from "../shell/router";
import { keep, openName } from "./canvas";
import { drawSvg } from "./svg";

const FORMATS = ["html", "graphml", "gexf", "dossier-html", "dossier-docx"] as const;
const PROFILES = ["partner", "public", "full"] as const;
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
    <dialog ref={dialog} class="dialog" aria-label={t(which)} onClose={() => { dialogOpen.value = null; }}>
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

function ExportForm({ close }: { close: () => void }): JSX.Element {
  const [busy, setBusy] = useState<AbortController | null>(null);
  const [format, setFormat] = useState("png");
  const drawn = format === "png" || format === "svg";
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const aborter = new AbortController();
    setBusy(aborter);
    try {
      if (drawn) save(await drawFile(format));
      else save(await exportFile(format, String(data.get("profile")), String(data.get("receiver") ?? ""), aborter.signal));
      close();
    } catch (error) {
      sayError(error);
    }
    setBusy(null);
  };
  return (
    <form onSubmit={(event) => void submit(event)} class="dialog-form">
      <h2>{t("export.title")}</h2>
      <label>{t("export.format")}
        <select name="format" value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
          <option value="png">PNG</option><option value="svg">SVG</option>
          {FORMATS.map((one) => <option key={one} value={one}>{t(`export.${one}`)}</option>)}
        </select>
      </label>
      {drawn ? <p class="warning"><Icon name="alert" size={14} />{t("export.asDrawn")}</p> : (
        <>
          <label>{t("export.profile")}<select name="profile">{PROFILES.map((one) => <option key={one} value={one}>{t(`profile.${one}`)}</option>)}</select></label>
          <label>{t("export.receiver")}<input name="receiver" dir="auto" maxLength={100} /></label>
          {format.startsWith("dossier") && <p class="quiet">{t("export.dossierOf")}</p>}
        </>
      )}
      <div class="buttons end">
        {busy && <span class="quiet" role="status">{t("export.making")}</span>}
        <button type="button" onClick={() => { if (busy) busy.abort(); else close(); }}>{t("cancel")}</button>
        <button class="primary" disabled={busy !== null}>{busy && <span class="spinner" />}{t("export")}</button>
      </div>
    </form>
  );
}

async function drawFile(format: string): Promise<{ blob: Blob; name: string }> {
  const cy = drawing.value?.cy;
  if (!cy) throw new Error("no drawing");
  if (format === "svg") return { blob: new Blob([drawSvg(cy)], { type: "image/svg+xml" }), name: "canvas.svg" };
  const background = getComputedStyle(document.documentElement).getPropertyValue("--canvas").trim();
  return { blob: await cy.png({ output: "blob-promise", full: true, scale: 2, bg: background, maxWidth: 8000, maxHeight: 8000 }), name: "canvas.png" };
}

async function exportFile(format: string, profile: string, receiver: string, signal: AbortSignal): Promise<{ blob: Blob; name: string }> {
  const now = selection.value;
  const one = format.startsWith("dossier") && now?.type === "thing" ? [now.id] : null;
  const things = one ?? [...picture.value.things.keys()].filter((id) => visible.value.has(id));
  return getFile("POST", "export", { things, format, profile, receiver }, signal);
}
