// Short messages at the foot of the page, each with at most one action (undo).
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { ApiError, wasCancelled } from "../api/client";
import { t } from "../language/strings";
import { Icon } from "./icon";

interface Message { id: number; text: string; bad: boolean; action: { label: string; run: () => void } | undefined }
const messages = signal<Message[]>([]);
let last = 0;

export function say(text: string, action?: { label: string; run: () => void }, bad = false): void {
  const message = { id: ++last, text, bad, action };
  messages.value = [...messages.value.slice(-2), message];
  setTimeout(() => dismiss(message.id), action || bad ? 9000 : 5000);
}

export function sayError(error: unknown): void {
  if (!wasCancelled(error)) say(explain(error), undefined, true);
}

export function explain(error: unknown): string {
  if (error instanceof ApiError) {
    if (error.status === 0) return t("error.server");
    return error.message || t("error.unknown");
  }
  console.error(error);
  return t("error.unknown");
}

function dismiss(id: number): void {
  messages.value = messages.value.filter((message) => message.id !== id);
}

export function Messages(): JSX.Element {
  return (
    <div class="messages" role="status" aria-live="polite">
      {messages.value.map((message) => (
        <div class={message.bad ? "message bad" : "message"} key={message.id}>
          {message.bad && <Icon name="alert" />}
          <span>{message.text}</span>
          {message.action && (
            <button class="text" onClick={() => { message.action?.run(); dismiss(message.id); }}>{message.action.label}</button>
          )}
          <button class="plain" aria-label={t("close")} onClick={() => dismiss(message.id)}><Icon name="close" size={14} /></button>
        </div>
      ))}
    </div>
  );
}
