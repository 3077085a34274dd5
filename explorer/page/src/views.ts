// The views beside the canvas, by the first word of their address.
import type { ComponentType } from "preact";
import { CanvasView } from "./canvas/view";
import { PathsView } from "./paths/view";
import { QuestionsView } from "./questions/view";

export const VIEWS: Record<string, ComponentType> = { canvas: CanvasView, start: CanvasView, questions: QuestionsView, paths: PathsView };
