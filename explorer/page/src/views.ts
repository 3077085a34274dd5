// The views beside the canvas, by the first word of their address.
import type { ComponentType } from "preact";
import { CanvasView } from "./canvas/view";
import { InvestigationsView } from "./investigations/view";
import { PathsView } from "./paths/view";
import { QuestionsView } from "./questions/view";
import { ReadingView } from "./reading/view";
import { ReviewView } from "./review/view";
import { StartView } from "./start/view";

export const VIEWS: Record<string, ComponentType> = {
  start: StartView, canvas: CanvasView, questions: QuestionsView, paths: PathsView, reading: ReadingView, review: ReviewView, investigations: InvestigationsView,
};
