// What the server says of itself.
import { signal } from "@preact/signals";
import type { Status } from "../api/types";

export const status = signal<Status | null>(null);
