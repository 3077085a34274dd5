// Cytoscape's side of the canvas: keeps what is drawn equal to the state.
import cytoscape from "cytoscape";
import type { Core, ElementDefinition, NodeCollection } from "cytoscape";
import fcose from "cytoscape-fcose";
import type { Line, Thing } from "../api/types";
import { bundle } from "./bundles";
import type { Bundle } from "./bundles";
import { FONT, LINE_FONT, labelText, placeLabels } from "./labels";
import { MANY, place, placeNew, runLayout, showAll } from "./layouts";
import type { OwnLayout } from "./layouts";
import { makeLook, sizeOf } from "./look";
import { end, share } from "./rest";
import { cytoscapeShape, kindOf } from "./schema";
import type { Picture, Point } from "./picture";

cytoscape.use(fcose);
/** From this many things on the graphics card draws, where there is one. */
export const WEBGL_FROM = 1000;

export class Drawing {
  readonly cy: Core;
  private waiting = 0;
  private moving: ReturnType<typeof setTimeout> | undefined;
  private readonly observer: ResizeObserver;
  private wide = 0;
  /** When things were last put on the canvas; `data-settled` says after how many milliseconds they were at rest. */
  private began = 0;
  private shown = false;
  private count = 0;

  constructor(container: HTMLElement, private readonly many: boolean) {
    const options: cytoscape.CytoscapeOptions & { renderer: object } = {
      container, renderer: { name: "canvas", webgl: many && hasGraphicsCard() }, style: makeLook(many), minZoom: 0.03, maxZoom: 3,
      boxSelectionEnabled: true, selectionType: "additive", hideEdgesOnViewport: many, textureOnViewport: many,
      ...(many ? { pixelRatio: 1 } : {}),
    };
    this.cy = cytoscape(options);
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(container);
    this.cy.on("zoom pan resize drag", () => this.labelAtRest());
    this.cy.on("layoutstop select unselect", () => this.labelSoon());
    this.cy.on("layoutstop", () => { container.dataset.settled = String(Math.round(performance.now() - this.began)); });
    this.cy.on("mouseover", "node, edge", ({ target }) => this.point(target, true));
    this.cy.on("mouseout", "node, edge", ({ target }) => this.point(target, false));
  }

  /** Draws a picture. `shown` are the ids that the filters leave, `keeps` says it of lines. Returns what is new. */
  show(picture: Picture, shown: ReadonlySet<string>, keeps: (line: Line) => boolean): NodeCollection {
    const { cy } = this;
    const began = performance.now();
    let added = cy.collection().nodes();
    cy.batch(() => {
      cy.nodes().filter((node) => !picture.things.has(node.id())).remove();
      const fresh = [...picture.things.values()].filter((thing) => cy.getElementById(thing.id).empty());
      cy.add(fresh.map((thing) => nodeOf(thing, picture.positions.get(thing.id))));
      const isFresh = new Set(fresh.map((thing) => thing.id));
      for (const thing of picture.things.values()) if (!isFresh.has(thing.id)) cy.getElementById(thing.id).data(dataOf(thing));
      this.showLines(bundle([...picture.lines.values()].filter(keeps)));
      cy.nodes().forEach((node) => {
        node.toggleClass("off", !shown.has(node.id()));
        node.toggleClass("pinned", picture.pinned.has(node.id()));
        node.toggleClass("noted", picture.notes.has(node.id()));
        if (picture.pinned.has(node.id())) node.lock();
        else node.unlock();
      });
      added = cy.nodes().filter((node) => isFresh.has(node.id()) && !picture.positions.has(node.id()));
    });
    this.count = picture.things.size;
    this.restore(picture);
    if (added.nonempty()) {
      this.began = began;
      placeNew(cy, added);
    }
    else if (!this.shown) showAll(cy, false);
    this.shown ||= cy.nodes().nonempty();
    this.labelSoon();
    return added;
  }

  private showLines(bundles: readonly Bundle[]): void {
    const { cy } = this;
    const wanted = new Set(bundles.map(({ id }) => id));
    cy.edges().filter((edge) => !wanted.has(edge.id())).remove();
    for (const { lines, count, ...data } of bundles) {
      const old = cy.getElementById(data.id);
      const width = Math.min(6, 1.1 + Math.log2(count) * 0.8);
      if (old.nonempty()) old.data({ label: data.label, look: data.look, width });
      else cy.add({ group: "edges", data: { ...data, width, font: LINE_FONT }, classes: "unlabelled" });
    }
  }

  private restore(picture: Picture): void {
    this.cy.nodes().forEach((node) => {
      const point = picture.positions.get(node.id());
      const now = node.position();
      if (point && (Math.abs(point.x - now.x) > 0.5 || Math.abs(point.y - now.y) > 0.5)) node.position({ ...point });
    });
  }

  layout(name: OwnLayout, picture: Picture): void {
    runLayout(this.cy, name, picture.things, picture.pinned);
  }

  place(positions: ReadonlyMap<string, Point>): void {
    place(this.cy, this.cy.nodes(":visible"), positions);
  }

  positions(): Map<string, Point> {
    return new Map(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  }

  restyle(): void {
    this.cy.style(makeLook(this.many));
    this.labelSoon();
  }

  /** Keeps the middle of the picture in the middle when the panel opens beside it. */
  private resized(): void {
    if (this.cy.destroyed()) return;
    const before = this.wide;
    this.cy.resize();
    this.wide = this.cy.width();
    if (before && before !== this.wide) this.cy.panBy({ x: (this.wide - before) / 2, y: 0 });
  }

  fit(): void {
    showAll(this.cy, true);
  }

  destroy(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.moving);
    end();
    this.cy.destroy();
  }

  /** Places labels at the next frame, once however often it is asked. */
  labelSoon(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => { if (!this.cy.destroyed()) placeLabels(this.cy); });
  }

  /** Where there are many, labels wait until nothing moves: to place them takes longer than a frame. */
  private labelAtRest(): void {
    if (this.count <= MANY) { this.labelSoon(); return; }
    clearTimeout(this.moving);
    if (share.value === null) this.moving = setTimeout(() => this.labelSoon(), 160);
  }

  private point(target: cytoscape.SingularElementArgument, on: boolean): void {
    target.toggleClass("hover", on);
    const near = target.isNode() ? target.connectedEdges() : target.connectedNodes();
    near.toggleClass("near", on);
  }
}

/** Whether a graphics card draws: WebGL by the processor is slower than drawing without it. */
function hasGraphicsCard(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  const about = context?.getExtension("WEBGL_debug_renderer_info");
  return context !== null && about !== null && !/swiftshader|llvmpipe|software/i.test(String(context.getParameter(about?.UNMASKED_RENDERER_WEBGL ?? 0)));
}

const DOWN = "-1 -1 1 -1 0 1";

function nodeOf(thing: Thing, point: Point | undefined): ElementDefinition {
  const data = { id: thing.id, font: FONT, ...dataOf(thing) };
  return { group: "nodes", data, classes: "unlabelled", ...(point ? { position: { ...point } } : {}) };
}

function dataOf(thing: Thing): Record<string, unknown> {
  const { colour, shape } = kindOf(thing.kind);
  const size = sizeOf(thing.kind, thing.days);
  return {
    label: labelText(thing.label), kind: thing.kind, standing: thing.standing, colour, size, shape: cytoscapeShape(shape),
    ...(shape === "box" || shape === "ellipse" ? { wide: size * 1.5 } : {}), ...(shape === "triangleDown" ? { points: DOWN } : {}),
  };
}
