// What a view shows while it waits, where it failed, and where it has nothing.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { language, t } from "../language/strings";
import { Icon } from "./icon";
import type { IconName } from "./icon";
import { explain } from "./messages";
import { wasCancelled } from "../api/client";

export interface Loaded<T> { value: T | undefined; error: unknown; loading: boolean; again: () => void; cancel: () => void }

/** Asks whenever `key` changes; an answer that comes too late is dropped. */
export function useLoaded<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value: T | undefined; error: unknown; loading: boolean }>(
    { key: "", value: undefined, error: undefined, loading: true });
  const [tries, setTries] = useState(0);
  const [controller, setController] = useState<AbortController | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    setController(aborter);
    setState((old) => ({ key, value: old.key === key ? old.value : undefined, error: undefined, loading: true }));
    ask(aborter.signal).then(
      (value) => { if (!aborter.signal.aborted) setState({ key, value, error: undefined, loading: false }); },
      (error: unknown) => { if (!wasCancelled(error)) setState({ key, value: undefined, error, loading: false }); },
    );
    return () => aborter.abort();
  }, [key, tries, language.value]);
  const cancel = (): void => {
    controller?.abort();
    setState((old) => ({ ...old, loading: false, error: new Cancelled() }));
  };
  return { ...state, again: () => setTries(tries + 1), cancel };
}

class Cancelled extends Error {}

export function Waiting<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ComponentChildren }): JSX.Element {
  if (loaded.value !== undefined) return <>{children(loaded.value)}</>;
  if (loaded.error instanceof Cancelled) {
    return <Empty icon="pause" title={t("cancelled")}><button onClick={loaded.again}>{t("retry")}</button></Empty>;
  }
  if (loaded.error) return <Failed error={loaded.error} again={loaded.again} />;
  return <Progress cancel={loaded.cancel} />;
}

export function Progress({ cancel }: { cancel?: () => void }): JSX.Element {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="waiting" role="status">
      <span class="spinner" />
      <span>{t("loading")}</span>
      {slow && cancel && <button class="text" onClick={cancel}>{t("cancel")}</button>}
    </div>
  );
}

export function Failed({ error, again }: { error: unknown; again: () => void }): JSX.Element {
  return <Empty icon="alert" title={explain(error)}><button onClick={again}>{t("retry")}</button></Empty>;
}

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <p>{title}</p>
      {children}
    </div>
  );
}
