// The kinds on the canvas with their shapes and colours: a click hides a kind, or shows it again.
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { t } from "../language/strings";
import { select } from "./gestures";
import { kindOf, outline, schema } from "./schema";
import { hiddenKinds, picture, toggleKind, visible } from "./state";
import { drawing } from "./view";

const counts = computed(() => {
  const found = new Map<string, number>();
  for (const { kind } of picture.value.things.values()) found.set(kind, (found.get(kind) ?? 0) + 1);
  return found;
});

export function Sign({ kind, size = 14 }: { kind: string; size?: number }): JSX.Element {
  const { colour, shape } = kindOf(kind);
  return (
    <svg class="sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outline(shape)} fill={colour} />
    </svg>
  );
}

export function Legend(): JSX.Element {
  const kinds = schema.value.kinds.filter((kind) => counts.value.has(kind.name)).map((kind) => kindOf(kind.name));
  return (
    <div class="legend" role="group" aria-label={t("legend")}>
      {kinds.map((kind) => (
        <button
          key={kind.name} class="legend-kind" aria-pressed={!hiddenKinds.value.has(kind.name)} title={t("legend.filter")}
          onClick={() => toggleKind(kind.name)} onDblClick={() => selectKind(kind.name)}
        >
          <Sign kind={kind.name} />
          <span>{kind.label}</span>
          <span class="count">{counts.value.get(kind.name)}</span>
        </button>
      ))}
      <div class="legend-lines">
        <span><svg width="26" height="8" aria-hidden="true"><path class="stroke" d="M0 4h26" /></svg>{t("legend.stated")}</span>
        <span><svg width="26" height="8" aria-hidden="true"><path class="stroke dashed" d="M0 4h26" /></svg>{t("legend.alleged")}</span>
        <span><svg width="26" height="10" aria-hidden="true"><path class="stroke dotted" d="M0 5h26" /><path class="stroke struck" d="M13 0v10" /></svg>{t("legend.denied")}</span>
      </div>
    </div>
  );
}

export function selectKind(kind: string): void {
  const { things } = picture.value;
  const ids = [...visible.value].filter((id) => things.get(id)?.kind === kind);
  if (drawing.value) select(drawing.value, new Set(ids));
}
