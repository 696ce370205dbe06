import { roundHalfUp } from '../../kernel/geometry/measures/round-half-up.ts'

/** The reader's language; numbers are written alike in both, dates and words are not. */
export type Language = 'zh' | 'en'

const HECTARE = 10_000
/** 1 亩 = 1/15 公顷 */
const MU = 10_000 / 15

const grouped = (value: number, decimals: number) =>
  roundHalfUp(value, decimals).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

/** Square metres with two decimals, 四舍五入. */
export const squareMetres = (area: number) => grouped(area, 2)
/** 公顷 with four decimals, from square metres. */
export const hectares = (area: number) => grouped(area / HECTARE, 4)
/** 亩 with two decimals, from square metres. */
export const mu = (area: number) => grouped(area / MU, 2)
/** Metres with two decimals. */
export const metres = (length: number) => grouped(length, 2)
export const count = (value: number) => value.toLocaleString('en-US')
export const percent = (ratio: number, decimals = 1) => `${grouped(ratio * 100, decimals)}%`

/** A coordinate in metres to the millimetre. */
export const coordinate = (value: number) => roundHalfUp(value, 3).toFixed(3)

const ZONE = 'Asia/Shanghai'
const dateParts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })
const timeParts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })

/** «2026-11-22» in Beijing time; a plain date stays as it is. */
export function day(value: string | null | undefined): string {
  if (!value) return '—'
  return value.length === 10 ? value : dateParts.format(new Date(value))
}

/** «2026-11-22 18:00» in Beijing time. */
export const instant = (value: string | null | undefined) => (value ? timeParts.format(new Date(value)) : '—')

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(0)} KB`
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(2)} GB`
}
