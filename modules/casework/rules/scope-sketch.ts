import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import type { Language } from './value-text.ts'

/** Millimetres of paper. */
const FRAME = { width: 150, height: 96 }
const [LEFT, TOP, BOTTOM] = [14, 3, 7]
const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000]
/** Metres between the lines of the grid: 20 to 50 mm of paper at the scale beside it. */
const STEPS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]

const WORDS = {
  area: { zh: '面积', en: 'Area' },
  system: {
    zh: 'CGCS2000 高斯-克吕格 3° 带（EPSG:4524），坐标单位米',
    en: 'CGCS2000 / 3-degree Gauss-Kruger (EPSG:4524), metres',
  },
} as const

/** The scope of a case (EPSG:4524, metres) drawn to a round scale on paper, with grid, north arrow, scale bar and area; '' when it is wider than the smallest scale shows. */
export function scopeSketch(scope: MultiPolygon, language: Language): string {
  const [west, south, east, north] = boundingBox(scope)
  const centre: Position = [(west + east) / 2, (south + north) / 2]
  const index = SCALES.findIndex(
    (scale) =>
      ((east - west) / scale) * 1000 <= FRAME.width - 12 && ((north - south) / scale) * 1000 <= FRAME.height - 12,
  )
  if (index < 0) return ''
  const scale = SCALES[index]!
  const place = ([x, y]: Position): Position => [
    LEFT + FRAME.width / 2 + ((x - centre[0]) / scale) * 1000,
    TOP + FRAME.height / 2 - ((y - centre[1]) / scale) * 1000,
  ]
  const size = [FRAME.width + 2 * LEFT, FRAME.height + TOP + BOTTOM]
  return `<svg class="sketch" style="width:${size[0]}mm;height:${size[1]}mm" viewBox="0 0 ${size[0]} ${size[1]}" role="img" aria-label="1:${scale}">
<rect class="frame" x="${LEFT}" y="${TOP}" width="${FRAME.width}" height="${FRAME.height}"/>
${grid(centre, scale, STEPS[index]!, place)}<path class="scope" fill-rule="evenodd" d="${pathOf(scope, place)}"/>
${northArrow()}${scaleBar(scale, STEPS[index]!)}</svg>
<p class="told">${areaText(scope, language)} · 1:${scale.toLocaleString('en-US')} · ${WORDS.system[language]}</p>`
}

const mm = (value: number) => String(Math.round(value * 100) / 100)

function pathOf(scope: MultiPolygon, place: (at: Position) => Position): string {
  const ring = (positions: Position[]) =>
    positions
      .map(place)
      .map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${mm(x)} ${mm(y)}`)
      .join('')
  return scope.flatMap((polygon) => polygon.map((one) => `${ring(one)}Z`)).join('')
}

/** Lines at round coordinates, each written where it leaves the frame: northings at the left, eastings below. */
function grid([x, y]: Position, scale: number, step: number, place: (at: Position) => Position): string {
  const half = { x: (FRAME.width / 2000) * scale, y: (FRAME.height / 2000) * scale }
  const bottom = TOP + FRAME.height
  const upright = multiples(x - half.x, x + half.x, step).map((at) => {
    const [left] = place([at, y])
    return `<path class="grid" d="M${mm(left)} ${TOP}V${bottom}"/><text x="${mm(left)}" y="${bottom + 4}" text-anchor="middle">${at}</text>`
  })
  const level = multiples(y - half.y, y + half.y, step).map((at) => {
    const [, top] = place([x, at])
    return `<path class="grid" d="M${LEFT} ${mm(top)}H${LEFT + FRAME.width}"/><text x="${LEFT - 1}" y="${mm(top + 0.8)}" text-anchor="end">${at}</text>`
  })
  return [...upright, ...level].join('\n')
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, n) => (first + n) * step)
}

/** Grid north: up, for the sketch is drawn in the working coordinates. */
function northArrow(): string {
  const x = LEFT + FRAME.width - 7
  const y = TOP + 4
  return `<path class="north" d="M${x} ${y}l3 10l-3 -2.2l-3 2.2z"/><text x="${x}" y="${y + 14}" text-anchor="middle">N</text>`
}

function scaleBar(scale: number, step: number): string {
  const [x, y] = [LEFT + 4, TOP + FRAME.height - 4]
  const length = (step / scale) * 1000
  return `<path class="bar" d="M${x} ${y - 1.5}V${y}H${mm(x + length)}V${y - 1.5}"/><text x="${mm(x + length + 1.5)}" y="${y}">${step} m</text>`
}

function areaText(scope: MultiPolygon, language: Language): string {
  const area = ellipsoidalArea(scope, zoneOfEpsg(4524)!)
  const said = (value: number, decimals: number) =>
    value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const parts =
    language === 'zh'
      ? [`${said(area, 2)} m²`, `${said(area / 10_000, 4)} 公顷`, `${said((area * 3) / 2000, 2)} 亩`]
      : [`${said(area, 2)} m²`, `${said(area / 10_000, 4)} ha`, `${said((area * 3) / 2000, 2)} mu`]
  return `${WORDS.area[language]} ${parts.join(' = ')}`
}
