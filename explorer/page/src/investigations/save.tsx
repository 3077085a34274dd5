// Placeholder until investigations land.
import type { JSX } from "preact";
export function SaveMenu(): JSX.Element | null { return null; }
