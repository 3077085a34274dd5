// The page: navigation on the left, search above, and the view that the address names.
import { render } from "preact";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import "./styles/all.css";
import { get } from "./api/client";
import type { Status, Thing, Vocabulary } from "./api/types";
import { schema } from "./canvas/schema";
import { addThings, picture, selection, translate } from "./canvas/state";
import { CanvasView } from "./canvas/view";
import { Leaving } from "./evidence/leave";
import { generation } from "./evidence/decide";
import { SearchBox } from "./search/box";
import { language, t } from "./language/strings";
import { Failed, Progress } from "./shell/loading";
import { Messages } from "./shell/messages";
import { Rail } from "./shell/rail";
import { listen } from "./shell/keys";
import { Help } from "./shell/help";
import { go, route } from "./shell/router";
import { status } from "./shell/status";
import { Settings } from "./shell/settings";
import { signal } from "@preact/signals";
import { VIEWS } from "./views";

const failure = signal<unknown>(null);

async function load(): Promise<void> {
  failure.value = null;
  try {
    const [now, vocabulary] = await Promise.all([get<Status>("status"), get<Vocabulary>("schema")]);
    status.value = now;
    schema.value = vocabulary;
  } catch (error) {
    failure.value = error;
  }
}

generation.subscribe((number) => { if (number) void get<Status>("status").then((now) => { status.value = now; }, () => undefined); });

language.subscribe(() => void translate());

/** Reports and entries open in the reading room, everything else on the canvas. */
function open({ id, kind }: Thing): void {
  if (kind === "Report") { go("reading", [id]); return; }
  if (kind === "Entry") { go("reading", [id.slice(0, id.lastIndexOf("/"))], { entry: id }); return; }
  if (picture.value.things.has(id)) selection.value = { type: "thing", id };
  else void addThings([id]);
  go("canvas");
}

function Page(): JSX.Element {
  useEffect(listen, []);
  const { view } = route.value;
  const View = VIEWS[view] ?? (view === "canvas" ? CanvasView : VIEWS.start);
  return (
    <div class="page">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>{t("skip")}</a>
      <Rail />
      <header class="top">
        <SearchBox
          global placeholder={t("search.placeholder")}
          choose={open}
        />
        <Settings />
      </header>
      <main id="main" tabIndex={-1} class={`view view-${view}`}>
        {failure.value ? <Failed error={failure.value} again={() => void load()} /> : status.value && View ? <View /> : <Progress />}
      </main>
      <Messages />
      <Leaving />
      <Help />
    </div>
  );
}

void load();
render(<Page />, document.body);
