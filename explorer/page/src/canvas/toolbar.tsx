// What can be done with the whole canvas.
import type { JSX } from "preact";
import { counted, t } from "../language/strings";
import type { Key } from "../language/strings";
import { Icon } from "../shell/icon";
import type { IconName } from "../shell/icon";
import { say, sayError } from "../shell/messages";
import { SaveMenu } from "../investigations/save";
import { LAYOUTS } from "./layouts";
import type { LayoutName } from "./layouts";
import { Lasso, lassoing } from "./lasso";
import { findPlaces, ground } from "./places";
import { canRedo, canUndo, change, clear, picture, redo, showHidden, undo, visible } from "./state";
import { asTable, drawing } from "./view";

const NAMES: Record<LayoutName, Key> = { force: "layout.force", layers: "layout.layers", kind: "layout.kind", time: "layout.time", place: "layout.place" };

export function Toolbar(): JSX.Element {
  const hidden = picture.value.hidden.size;
  return (
    <div class="toolbar" role="toolbar" aria-label={t("toolbar")}>
      <Tool icon="undo" label={t("undo")} keys="Ctrl+Z" disabled={!canUndo.value} run={undo} />
      <Tool icon="redo" label={t("redo")} keys="Ctrl+Shift+Z" disabled={!canRedo.value} run={redo} />
      <span class="divider" />
      <label class="select">
        <Icon name="layout" />
        <span class="hidden">{t("layout")}</span>
        <select onChange={(event) => { void layOut(event.currentTarget.value as LayoutName); event.currentTarget.value = ""; }}>
          <option value="" disabled selected>{t("layout")}</option>
          {LAYOUTS.map((name) => <option value={name} key={name}>{t(NAMES[name])}</option>)}
        </select>
      </label>
      <Tool icon="fit" label={t("fit")} keys="0" run={() => drawing.value?.fit()} />
      <Tool icon="lasso" label={t("tool.lasso")} keys="L" pressed={lassoing.value} run={() => { lassoing.value = !lassoing.value; }} />
      <Tool icon="table" label={t("asTable")} keys="T" pressed={asTable.value} run={() => { asTable.value = !asTable.value; }} />
      {hidden > 0 && <button class="text" onClick={showHidden}><Icon name="show" />{counted("canvas.showHidden", hidden)}</button>}
      <span class="room" />
      <span class="quiet">{counted("things", visible.value.size)}</span>
      <Tool icon="trash" label={t("canvas.clear")} run={clear} />
      <SaveMenu />
      {lassoing.value && drawing.value && <Lasso drawing={drawing.value} />}
    </div>
  );
}

export async function layOut(name: LayoutName): Promise<void> {
  if (name !== "place") {
    change({ ...picture.value });
    ground.value = [];
    drawing.value?.layout(name, picture.value);
    return;
  }
  try {
    const found = await findPlaces([...visible.value]);
    if (!found) { say(t("layout.noPlaces")); return; }
    change({ ...picture.value });
    ground.value = found.ground;
    drawing.value?.place(found.positions);
  } catch (error) {
    sayError(error);
  }
}

interface ToolProperties { icon: IconName; label: string; run: () => void; keys?: string; disabled?: boolean; pressed?: boolean }

function Tool({ icon, label, run, keys, disabled, pressed }: ToolProperties): JSX.Element {
  return (
    <button
      class="tool" aria-label={label} title={keys ? `${label} (${keys})` : label} disabled={disabled ?? false}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })} onClick={run}
    >
      <Icon name={icon} />
    </button>
  );
}
