/** A place on earth, WGS 84 degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth in kilometres (IUGG). */
const earthRadius = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two places as the crow flies, by the haversine formula: right to 0.5 %. */
export function kilometresBetween(from: Place, to: Place): number {
  const haversine = (angle: number) => Math.sin(angle / 2) ** 2;
  const latitudes = haversine(radians(to.latitude - from.latitude));
  const longitudes = haversine(radians(to.longitude - from.longitude));
  const share =
    latitudes + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitudes;
  // Rounding may take places opposite each other past one.
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, share)));
}
