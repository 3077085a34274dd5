// The canvas as a file: made by the server under a profile, or drawn as it is on the screen.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { encode, getFile, send } from "../api/client";
import { follow } from "../api/jobs";
import type { Job } from "../api/types";
import { picture, selection, visible } from "../canvas/state";
import { drawing } from "../canvas/view";
import { t } from "../language/strings";
import { save } from "../shell/files";
import { Icon } from "../shell/icon";
import { say, sayError } from "../shell/messages";
import { rasterise } from "./raster";
import { drawSvg } from "./svg";

const FORMATS = ["html", "graphml", "gexf", "dossier-html", "dossier-docx"] as const;
const PROFILES = ["partner", "public", "full"] as const;
/** A picture of what is on the screen, under no profile. */
const SCREEN = "screen";

/** What is under way. */
let running: AbortController | null = null;

/** Ends what is under way: who closes the form no longer waits for it. */
export function stopExport(): void {
  running?.abort();
}

interface Asked { format: string; profile: string; receiver: string }
interface File { blob: Blob; name: string }

export function ExportForm({ close }: { close: () => void }): JSX.Element {
  const [job, setJob] = useState<Job | null>(null);
  const [busy, setBusy] = useState<AbortController | null>(null);
  const [format, setFormat] = useState("png");
  const [profile, setProfile] = useState<string>(PROFILES[0]);
  const isPicture = format === "png" || format === "svg";
  const onScreen = isPicture && profile === SCREEN;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const receiver = String(new FormData(event.currentTarget as HTMLFormElement).get("receiver") ?? "");
    const aborter = running = new AbortController();
    setBusy(aborter);
    try {
      const file = onScreen ? await drawFile(format) : await makeFile({ format, profile, receiver }, setJob, aborter.signal);
      if (file) save(file);
      else say(t("export.cancelled"));
      if (file) close();
    } catch (error) {
      sayError(error);
    }
    setBusy(null);
    setJob(null);
  };
  const choose = (chosen: string): void => {
    setFormat(chosen);
    if (chosen !== "png" && chosen !== "svg" && profile === SCREEN) setProfile(PROFILES[0]);
  };
  return (
    <form onSubmit={(event) => void submit(event)} class="dialog-form">
      <h2>{t("export.title")}</h2>
      <label>{t("export.format")}
        <select name="format" value={format} disabled={busy !== null} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="png">PNG</option><option value="svg">SVG</option>
          {FORMATS.map((one) => <option key={one} value={one}>{t(`export.${one}`)}</option>)}
        </select>
      </label>
      <label>{t("export.profile")}
        <select name="profile" value={profile} disabled={busy !== null} onChange={(event) => setProfile(event.currentTarget.value)}>
          {PROFILES.map((one) => <option key={one} value={one}>{t(`profile.${one}`)}</option>)}
          {isPicture && <option value={SCREEN}>{t("profile.screen")}</option>}
        </select>
      </label>
      {!onScreen && <label>{t("export.receiver")}<input name="receiver" dir="auto" maxLength={100} disabled={busy !== null} /></label>}
      {onScreen && <p class="warning"><Icon name="alert" size={14} />{t("export.asDrawn")}</p>}
      {isPicture && !onScreen && <p class="quiet">{t("export.drawnAnew")}</p>}
      {format.startsWith("dossier") && <p class="quiet">{t("export.dossierOf")}</p>}
      {busy && !onScreen && <Underway job={job} />}
      <div class="buttons end">
        <button type="button" onClick={() => { if (busy) busy.abort(); else close(); }}>{t("cancel")}</button>
        <button class="primary" disabled={busy !== null}>{t("export")}</button>
      </div>
    </form>
  );
}

/** How far the file is. */
function Underway({ job }: { job: Job | null }): JSX.Element {
  return (
    <div class="making" role="status">
      <span>{t(`export.${job?.stage ?? "preparing"}`)}</span>
      <progress max={job?.total || 1} value={job?.done ?? 0} aria-label={t("export.making")} />
    </div>
  );
}

/** The file that the server makes under a profile; nothing where it was cancelled. A PNG is made of its SVG. */
async function makeFile({ format, profile, receiver }: Asked, tell: (job: Job) => void, signal: AbortSignal): Promise<File | null> {
  const asked = { things: thingsFor(format), format: format === "png" ? "svg" : format, profile, receiver };
  const job = await follow(await send<Job>("POST", "exports", asked), tell, signal);
  if (job.state === "cancelled" || signal.aborted) return null;
  const file = await getFile("GET", `jobs/${encode(job.id)}/file`, undefined, signal);
  return format === "png" ? { blob: await rasterise(file.blob), name: "canvas.png" } : file;
}

/** The ids of what is shown; for a dossier, of the one thing that is selected. */
function thingsFor(format: string): string[] {
  const now = selection.value;
  if (format.startsWith("dossier") && now?.type === "thing") return [now.id];
  return [...picture.value.things.keys()].filter((id) => visible.value.has(id));
}

async function drawFile(format: string): Promise<File> {
  const cy = drawing.value?.cy;
  if (!cy) throw new Error("no drawing");
  if (format === "svg") return { blob: new Blob([drawSvg(cy)], { type: "image/svg+xml" }), name: "canvas.svg" };
  const background = getComputedStyle(document.documentElement).getPropertyValue("--canvas").trim();
  return { blob: await cy.png({ output: "blob-promise", full: true, scale: 2, bg: background, maxWidth: 8000, maxHeight: 8000 }), name: "canvas.png" };
}
