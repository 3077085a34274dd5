// Asks the server, in the language of the page. Every failure is an `ApiError` whose message can be shown.
import { language } from "../language/strings";

export class ApiError extends Error {
  constructor(message: string, readonly status: number, readonly detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
  }
}

type Parameters = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export function query(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text && `?${text}`;
}

export async function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  return ask<T>("GET", `/api/${path}${query(parameters)}`, undefined, signal);
}

export async function send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return ask<T>(method, `/api/${path}`, body, signal);
}

/** A file that the server makes, with the name it proposes. */
export async function getFile(method: "GET" | "POST", path: string, body?: unknown, signal?: AbortSignal): Promise<{ blob: Blob; name: string }> {
  const response = await request(method, `/api/${path}`, body, signal);
  const named = /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "");
  return { blob: await response.blob(), name: named?.[1] ?? "export" };
}

async function ask<T>(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await request(method, url, body, signal);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function request(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const options: RequestInit = { method, credentials: "same-origin", headers: { "accept-language": language.value } };
  if (signal) options.signal = signal;
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { ...options.headers, "content-type": "application/json" };
  }
  let response: Response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("", 0);
  }
  if (!response.ok) throw await failure(response);
  return response;
}

async function failure(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as Record<string, unknown>;
    return new ApiError(String(body.message ?? body.detail ?? response.statusText), response.status, body);
  } catch {
    return new ApiError(response.statusText, response.status);
  }
}

export function encode(id: string): string {
  return encodeURIComponent(id);
}

export function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
