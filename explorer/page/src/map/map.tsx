// An answer on the map: circles at places on the outline of the country, and a list of what has no point on it.
import type { JSX } from "preact";
import { get } from "../api/client";
import type { Circle, Outline, Places, QueryAnswer } from "../api/types";
import { addThings } from "../canvas/state";
import { t } from "../language/strings";
import { idsOfRow } from "../questions/cells";
import { Waiting, useLoaded } from "../shell/loading";
import { go } from "../shell/router";
import { placeNames } from "./names";
import { project } from "./projection";
import type { Degrees, Spot } from "./projection";

const WIDE = 1000, MARGIN = 24;
const LARGEST = 26, SMALLEST = 4;
/** Things that one circle brings to the canvas at most. */
const MOST = 60;

export interface Located { circle: Circle; at: Spot; radius: number }

export function MapPicture({ answer }: { answer: QueryAnswer }): JSX.Element {
  const loaded = useLoaded("places", (signal) => get<Places>("places", {}, signal));
  return <Waiting loaded={loaded}>{({ outline }) => <CountryMap answer={answer} outline={outline} />}</Waiting>;
}

function CountryMap({ answer, outline }: { answer: QueryAnswer; outline: Outline | null }): JSX.Element {
  const circles = answer.map?.circles ?? [], nowhere = answer.map?.nowhere ?? 0;
  const points = circles.flatMap(({ lon, lat }): Degrees[] => (lon === null || lat === null ? [] : [[lon, lat]]));
  const ground = outline?.rings.flat() ?? points;
  const unlocated = circles.filter(({ lon }) => lon === null);
  const open = (circle: Circle): void => {
    void addThings([...new Set([circle.place.id, ...circle.rows.flatMap((row) => idsOfRow(answer, row))])].slice(0, MOST));
    go("canvas");
  };
  if (ground.length === 0) return <p class="quiet pad">{t("map.noCoordinates")}</p>;
  const { height, at } = project(ground, WIDE, MARGIN);
  const most = Math.max(1, ...circles.map(({ value }) => value));
  const located = circles.flatMap((circle): Located[] => (circle.lon === null || circle.lat === null ? [] : [{ circle, at: at(circle.lon, circle.lat), radius: Math.max(SMALLEST, LARGEST * Math.sqrt(circle.value / most)) }]));
  return (
    <div class="map">
      <svg viewBox={`0 0 ${WIDE} ${Math.ceil(height)}`} role="group" aria-label={t("view.map")}>
        {outline && <path class="map-ground" d={outline.rings.map((ring) => `M${ring.map(([lon, lat]) => { const spot = at(lon, lat); return `${round(spot.x)} ${round(spot.y)}`; }).join("L")}Z`).join("")} />}
        {located.map((one) => <Spotted key={one.circle.place.id} one={one} open={() => open(one.circle)} />)}
        {placeNames(located, WIDE).map(({ key, x, y, text, end }) => <text key={key} x={x} y={y} class={end ? "map-name end" : "map-name"}>{text}</text>)}
      </svg>
      {(unlocated.length > 0 || nowhere > 0) && (
        <p class="quiet small">{t("map.elsewhere")} {[...unlocated.map(({ place, value }) => `${place.label} ${value}`), ...(nowhere > 0 ? [t("map.nowhere", { n: nowhere })] : [])].join(", ")}</p>
      )}
      {outline && <p class="quiet small">{outline.source}</p>}
    </div>
  );
}

function Spotted({ one: { circle, at, radius }, open }: { one: Located; open: () => void }): JSX.Element {
  const name = `${circle.place.label}: ${circle.value}`;
  return (
    <circle
      class="map-spot" cx={at.x} cy={at.y} r={radius} role="button" tabIndex={0} aria-label={`${name}. ${t("answer.toCanvas")}`}
      onClick={open} onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } }}
    ><title>{name}</title></circle>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
