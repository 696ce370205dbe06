/** Scale letters of GB/T 13989: A 1:1 000 000, B 1:500 000, C 1:250 000, D 1:100 000, E 1:50 000, F 1:25 000, G 1:10 000, H 1:5 000. */
export type SheetScale = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H'

/** Rows (and columns) into which one 1:1 000 000 sheet of 4° × 6° is divided. */
const DIVISIONS: Record<SheetScale, number> = { A: 1, B: 2, C: 4, D: 12, E: 24, F: 48, G: 96, H: 192 }

const threeDigits = (n: number) => String(n).padStart(3, '0')

/**
 * Number of the map sheet that holds a point (GB/T 13989), for instance I48G073093.
 * @param longitude degrees east, 0 ≤ longitude < 180
 * @param latitude degrees north, 0 ≤ latitude < 88
 * @throws RangeError outside these ranges
 */
export function sheetNumber(longitude: number, latitude: number, scale: SheetScale): string {
  if (!(longitude >= 0 && longitude < 180 && latitude >= 0 && latitude < 88)) {
    throw new RangeError(`no sheet at longitude ${longitude}, latitude ${latitude}`)
  }
  const band = Math.floor(latitude / 4)
  const strip = Math.floor(longitude / 6)
  const base = `${String.fromCharCode(65 + band)}${strip + 31}`
  if (scale === 'A') return base
  const divisions = DIVISIONS[scale]
  // Rows count from the top of the sheet; a point on a sheet's lower edge belongs to that sheet.
  const row = divisions - Math.floor(((latitude - band * 4) / 4) * divisions)
  const column = Math.floor(((longitude - strip * 6) / 6) * divisions) + 1
  return `${base}${scale}${threeDigits(row)}${threeDigits(column)}`
}
