// The canvas: the drawing, its toolbar and legend, the period below, and what is selected beside it.
import { effect, signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Panel } from "../evidence/panel";
import { language, t } from "../language/strings";
import { Empty } from "../shell/loading";
import { theme } from "../shell/theme";
import { Slider } from "../time/slider";
import { Drawing, WEBGL_FROM } from "./drawing";
import { attach } from "./gestures";
import { GroundPicture } from "./ground";
import { Legend } from "./legend";
import { Menu } from "./menu";
import { share, stop } from "./rest";
import { NetworkTable } from "./table";
import { Toolbar } from "./toolbar";
import { addThings, chosen, drawn, lineInPeriod, period, picture, selection, visible } from "./state";
import { openInvestigation, openName } from "../investigations/canvas";
import { sayError } from "../shell/messages";
import { link, route } from "../shell/router";

export const drawing = signal<Drawing | null>(null);
export const asTable = signal(false);

export function CanvasView(): JSX.Element {
  useNamed();
  const empty = picture.value.things.size === 0;
  const open = selection.value !== null || chosen.value.length > 1;
  return (
    <div class={open ? "canvas-view open" : "canvas-view"}>
      <div class="canvas-main">
        {!empty && <Toolbar />}
        <div class="canvas-area">
          {drawing.value && <GroundPicture drawing={drawing.value} />}
          <Stage />
          {asTable.value && !empty && <NetworkTable />}
          {empty && <Start />}
          {!empty && !asTable.value && <Legend />}
          <Menu />
          <Underway />
        </div>
        {!empty && <Slider />}
      </div>
      {open && <Panel />}
    </div>
  );
}

/** Opens the investigation, or the things, that the address names. */
function useNamed(): void {
  const [name] = route.value.rest;
  const ids = route.value.parameters.getAll("id").join(" ");
  useEffect(() => {
    if (name && name !== openName.value) openInvestigation(name).catch(sayError);
    else if (ids && picture.value.things.size === 0) void addThings(ids.split(" "));
  }, [name, ids]);
}

function Start(): JSX.Element {
  return (
    <div class="canvas-empty">
      <Empty icon="network" title={t("canvas.empty")}>
        <p class="hint">{t("canvas.emptyHint")}</p>
        <div class="buttons">
          <a class="button" href={link("questions")}>{t("nav.questions")}</a>
          <a class="button" href={link("paths")}>{t("nav.paths")}</a>
        </div>
      </Empty>
    </div>
  );
}

function Stage(): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const many = picture.value.things.size >= WEBGL_FROM;
  useEffect(() => {
    if (!container.current) return undefined;
    const one = new Drawing(container.current, many);
    const detach = attach(one);
    drawn.positions = () => one.positions();
    drawing.value = one;
    const stopShowing = effect(() => {
      void period.value, void language.value;
      if (picture.value.things.size >= WEBGL_FROM !== many) return; // The other drawing is about to take over.
      one.show(picture.value, visible.value, lineInPeriod);
    });
    const stopStyling = effect(() => { void theme.value; requestAnimationFrame(() => one.cy.destroyed() || one.restyle()); });
    return () => {
      stopShowing();
      stopStyling();
      detach();
      drawn.positions = () => new Map();
      picture.value = { ...picture.value, positions: new Map([...picture.value.positions, ...one.positions()]) };
      drawing.value = null;
      one.destroy();
    };
  }, [many]);
  return <div class="stage" ref={container} role="img" aria-busy={share.value !== null} aria-label={t("canvas.picture", { n: visible.value.size })} />;
}

/** How far a large picture is on its way to rest, and a button that leaves it as it is. */
function Underway(): JSX.Element | null {
  if (share.value === null) return null;
  return (
    <div class="underway" role="status">
      <span>{t("canvas.placing", { n: visible.value.size.toLocaleString(language.value) })}</span>
      <progress max={1} value={share.value} aria-label={t("layout")} />
      <button class="text" onClick={stop}>{t("canvas.stop")}</button>
    </div>
  );
}
