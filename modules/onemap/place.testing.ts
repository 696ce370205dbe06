/** The web map's tile (z, x, y) in which «longitude,latitude» lies. */
export function lonLatTileOf(place: string, z: number): { z: number; x: number; y: number } {
  const [longitude, latitude] = place.split(',').map(Number) as [number, number]
  const northing = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI
  return { z, x: Math.floor(((longitude + 180) / 360) * 2 ** z), y: Math.floor(((1 - northing) / 2) * 2 ** z) }
}
