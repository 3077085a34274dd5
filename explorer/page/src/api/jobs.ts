// Work of the server that takes a while: it is followed to its end, and can be cancelled.
import { ApiError, encode, get, send } from "./client";
import type { Job } from "./types";

const PAUSE = 400;

/** Waits until a job has ended, tells how far it is, and cancels it where the signal says so. */
export async function follow(job: Job, tell: (now: Job) => void = () => undefined, signal?: AbortSignal): Promise<Job> {
  let now = job;
  while (now.state === "running") {
    tell(now);
    if (signal?.aborted) return cancelJob(job.id);
    await pause(signal);
    now = await get<Job>(`jobs/${encode(job.id)}`);
  }
  if (now.state === "failed") throw new ApiError(now.message, 500);
  return now;
}

export async function cancelJob(id: string): Promise<Job> {
  return send<Job>("DELETE", `jobs/${encode(id)}`);
}

/** A while, or less where the signal says so. */
function pause(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE);
    signal?.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
