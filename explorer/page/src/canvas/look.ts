// How things and lines are drawn, in the colours of the theme.
import type { StylesheetJson } from "cytoscape";
import { colour } from "../shell/theme";
import { UNPLACED } from "./rest";

const FONT = 'Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** `many`: without what makes drawing slow. */
export function makeLook(many: boolean): StylesheetJson {
  const ground = colour("--canvas"), edge = colour("--node-edge"), ink = colour("--ink"), soft = colour("--line-strong"), accent = colour("--accent");
  return [
    {
      selector: "node",
      style: {
        "background-color": "data(colour)", shape: "data(shape)" as never, width: "data(size)", height: "data(size)",
        "border-width": 1.5, "border-color": edge, "border-opacity": 1,
        label: "data(label)", color: ink, "font-family": FONT, "font-size": "data(font)" as never, "font-weight": 500,
        "text-valign": "bottom", "text-halign": "center", "text-margin-y": 5, "text-wrap": "wrap", "text-max-width": "600px", "line-height": 1.2,
        "text-background-color": ground, "text-background-opacity": 0.85, "text-background-padding": "2px",
        "text-background-shape": "roundrectangle", "overlay-opacity": 0,
        ...(many ? { "border-width": edge === ground ? 0 : 1, "text-background-opacity": 0 } : {}),
      },
    },
    { selector: "node[wide]", style: { width: "data(wide)" } },
    { selector: "node[points]", style: { "shape-polygon-points": "data(points)" as never } },
    {
      selector: "node[standing = 'alleged'], node[standing = 'requested'], node[standing = 'accused'], node[standing = 'denied']",
      style: { "background-opacity": 0.35, "border-color": "data(colour)", "border-style": "dashed", "border-width": 2 },
    },
    { selector: "node[standing = 'denied']", style: { "border-style": "dotted", "background-opacity": 0.12 } },
    { selector: "node.unlabelled", style: { label: "" } },
    { selector: "node.pinned", style: { "border-color": ink, "border-width": 2 } },
    { selector: "node.noted", style: { "underlay-color": colour("--warning"), "underlay-opacity": 0.35, "underlay-padding": 5 } },
    { selector: "node.hover", style: { label: "data(label)", "z-index": 20, "text-background-opacity": 1 } },
    {
      selector: "node:selected",
      style: { label: "data(label)", "underlay-color": accent, "underlay-opacity": 0.28, "underlay-padding": 7, "border-color": accent, "border-width": 2.5, "font-weight": 700, "z-index": 30 },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)", "line-color": soft, "curve-style": "straight", color: colour("--ink-soft"), label: "data(label)", "font-size": "data(font)" as never,
        "font-family": FONT, "text-background-color": ground, "text-background-opacity": 0.9, "text-background-padding": "2px",
        "text-rotation": "autorotate", "overlay-opacity": 0, "overlay-padding": 6, "text-wrap": "ellipsis", "text-max-width": "300px",
      },
    },
    { selector: "edge.unlabelled", style: { label: "" } },
    { selector: "edge[look = 'alleged'], edge[look = 'requested']", style: { "line-style": "dashed", "line-dash-pattern": [6, 4] } },
    {
      selector: "edge[look = 'denied']",
      style: { "line-style": "dashed", "line-dash-pattern": [2, 3], "mid-target-arrow-shape": "tee", "mid-target-arrow-color": colour("--bad"), "arrow-scale": 1.6 },
    },
    { selector: "edge.near", style: { "line-color": accent, opacity: 1 } },
    { selector: "edge.hover, edge:selected", style: { label: "data(label)", "line-color": accent, "z-index": 20, color: ink } },
    { selector: `.off, .${UNPLACED}`, style: { display: "none" } },
  ];
}

/** Pixels across, by the number of days on which something was done to a person. */
export function sizeOf(kind: string, days: number | null): number {
  if (days) return Math.min(56, 24 + 7 * Math.sqrt(days));
  return kind === "Person" ? 26 : kind === "Event" || kind === "Charge" || kind === "Sanction" || kind === "Stay" ? 18 : 24;
}
