import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'

type SheetPatch = { geometry: MultiPolygon; label: string; fill: string }
type SheetPhoto = { position: Position; azimuth: number | null }
/** Everything in EPSG:4524, metres. */
type Sheet = {
  title: string
  subtitle: string
  sheetNumber: string
  base: readonly SheetPatch[]
  range: MultiPolygon
  patches: readonly SheetPatch[]
  photos: readonly SheetPhoto[]
}

const WIDTH = 900
const HEIGHT = 640
const FRAME: Box = [40, 70, WIDTH - 40, HEIGHT - 70]
const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const digits = (value: number) => value.toFixed(1)

/** A map of the case as SVG: base map, range, surveyed patches, photos with their direction, scale, north, sheet number. */
export function mapSheet({ title, subtitle, sheetNumber, base, range, patches, photos }: Sheet): string {
  const view = viewOf(range)
  const draw = (patch: SheetPatch, style: string) =>
    `<path d="${pathOf(patch.geometry, view)}" fill="${patch.fill}" ${style}/>${label(patch, view)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC, sans-serif">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><clipPath id="frame"><rect x="${FRAME[0]}" y="${FRAME[1]}" width="${FRAME[2] - FRAME[0]}" height="${FRAME[3] - FRAME[1]}"/></clipPath>`,
    `<text x="${WIDTH / 2}" y="34" font-size="22" text-anchor="middle">${escaped(title)}</text>`,
    `<text x="${WIDTH / 2}" y="58" font-size="13" text-anchor="middle">${escaped(subtitle)}</text><g clip-path="url(#frame)">`,
    ...base.map((patch) => draw(patch, 'fill-opacity="0.45" stroke="#777" stroke-width="0.6"')),
    ...patches.map((patch) => draw(patch, 'fill-opacity="0.8" stroke="#b00020" stroke-width="1.6"')),
    `<path d="${pathOf(range, view)}" fill="none" stroke="#d000d0" stroke-width="2.4" stroke-dasharray="8 4"/>`,
    ...photos.map((photo) => arrow(photo, view)),
    `</g><rect x="${FRAME[0]}" y="${FRAME[1]}" width="${FRAME[2] - FRAME[0]}" height="${FRAME[3] - FRAME[1]}" fill="none" stroke="#000"/>`,
    scaleBar(view),
    `<text x="${FRAME[2]}" y="${HEIGHT - 40}" font-size="12" text-anchor="end">图幅 ${escaped(sheetNumber)} · CGCS2000 / 3° 36</text>`,
    `<path d="M ${FRAME[2] - 24} ${FRAME[1] + 46} l 8 -30 l 8 30 l -8 -6 z" fill="#000"/><text x="${FRAME[2] - 16}" y="${FRAME[1] + 60}" font-size="12" text-anchor="middle">N</text></svg>`,
  ].join('\n')
}

/** Metres to the sheet: scale in units a metre, and the place in the middle. */
type View = { scale: number; middle: Position }

function viewOf(range: MultiPolygon): View {
  const [minX, minY, maxX, maxY] = boundingBox(range)
  const room = 2 * Math.max(20, maxX - minX, maxY - minY)
  return {
    scale: Math.min(FRAME[2] - FRAME[0], FRAME[3] - FRAME[1]) / room,
    middle: [(minX + maxX) / 2, (minY + maxY) / 2],
  }
}

const onSheet = ([x, y]: Position, { scale, middle }: View): Position => [
  (FRAME[0] + FRAME[2]) / 2 + (x - middle[0]) * scale,
  (FRAME[1] + FRAME[3]) / 2 - (y - middle[1]) * scale,
]

const pathOf = (geometry: MultiPolygon, view: View) =>
  geometry
    .flat()
    .map((ring) => `M${ring.map((position) => onSheet(position, view).map(digits).join(' ')).join('L')}Z`)
    .join('')

function label({ geometry, label: text }: SheetPatch, view: View): string {
  if (text === '') return ''
  const [minX, minY, maxX, maxY] = boundingBox(geometry)
  const [x, y] = onSheet([(minX + maxX) / 2, (minY + maxY) / 2], view)
  return `<text x="${digits(x)}" y="${digits(y)}" font-size="11" text-anchor="middle">${escaped(text)}</text>`
}

function arrow({ position, azimuth }: SheetPhoto, view: View): string {
  const [x, y] = onSheet(position, view).map(digits)
  const shape =
    azimuth === null ? '<circle r="4"/>' : `<path d="M0 -14L5 4L0 0L-5 4Z" transform="rotate(${digits(azimuth)})"/>`
  return `<g transform="translate(${x} ${y})" fill="#0050b3">${shape}</g>`
}

function scaleBar({ scale }: View): string {
  const metres = [5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((length) => length * scale >= 80) ?? 5000
  const end = FRAME[0] + metres * scale
  return `<path d="M${FRAME[0]} ${HEIGHT - 44}v6H${digits(end)}v-6" fill="none" stroke="#000"/><text x="${digits(end + 8)}" y="${HEIGHT - 38}" font-size="12">${metres} m</text>`
}
