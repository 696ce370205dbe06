/**
 * The place of a cell (x, y) on the Hilbert curve over a square of 2^bits cells a side: what lies near each other in the
 * plane mostly does on the curve. PMTiles numbers its tiles so. @param bits at most 26
 */
export function hilbertPlace(bits: number, x: number, y: number): number {
  let place = 0
  let [a, b] = [x, y]
  for (let side = 2 ** (bits - 1); side >= 1; side /= 2) {
    const right = (a & side) > 0 ? 1 : 0
    const up = (b & side) > 0 ? 1 : 0
    place += side * side * ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) {
        a = side - 1 - (a & (side - 1))
        b = side - 1 - (b & (side - 1))
      }
      ;[a, b] = [b, a]
    }
  }
  return place
}
