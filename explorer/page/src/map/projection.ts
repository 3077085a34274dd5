// Degrees to points of a picture: distances are true along the middle parallel.
export interface Spot { x: number; y: number }
export type Degrees = readonly [number, number];

/** Fits the ground into a width; `height` is what it takes then. */
export function project(ground: readonly Degrees[], width: number, margin: number): { height: number; at: (lon: number, lat: number) => Spot } {
  const lons = ground.map(([lon]) => lon), lats = ground.map(([, lat]) => lat);
  const left = Math.min(...lons), top = Math.max(...lats), bottom = Math.min(...lats);
  const narrow = Math.cos((((top + bottom) / 2) * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - left) * narrow, 0.5), high = Math.max(top - bottom, 0.25);
  const scale = (width - 2 * margin) / wide;
  return {
    height: high * scale + 2 * margin,
    at: (lon, lat) => ({ x: margin + (lon - left) * narrow * scale, y: margin + (top - lat) * scale }),
  };
}
