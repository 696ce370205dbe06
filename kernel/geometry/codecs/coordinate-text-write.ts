import { fromNorthWest } from '../edit/boundary-points.ts'
import { planarArea } from '../measures/planar-area.ts'
import { roundHalfUp } from '../measures/round-half-up.ts'
import type { MultiPolygon, Polygon } from '../types.ts'

export type CoordinateTextHeader = {
  /** 数据产生单位 */
  producer: string
  /** 数据产生日期, YYYY-MM-DD */
  date: string
  /** 带号 of the 3° zone */
  zone: number
}

export type PlotToWrite = {
  number: string
  name: string
  sheet?: string
  use?: string
  landClass?: string
  /** Zone-prefixed metres. */
  geometry: MultiPolygon
}

/**
 * Writes a 报部 coordinate file, version 1.01, CGCS2000, 3 decimals, CRLF; the caller encodes it (usually GB18030).
 * Each part of a plot is a block of its own with the plot's number. Outer rings run clockwise from the north-west,
 * holes counter-clockwise; closing points are written and counted. A comma or @ in a text becomes 、 because either
 * would break the line.
 */
export function writeCoordinateText({ producer, date, zone }: CoordinateTextHeader, plots: PlotToWrite[]): string {
  const header = [
    '[属性描述]',
    '格式版本号=1.01版本',
    `数据产生单位=${producer}`,
    `数据产生日期=${date}`,
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '投影类型=高斯克吕格',
    '计量单位=米',
    `带号=${zone}`,
    '精度=0.001',
    '转换参数=0,0,0,0,0,0,0',
    '[地块坐标]',
  ]
  const blocks = plots.flatMap((plot) => plot.geometry.flatMap((polygon) => writePart(plot, polygon)))
  return [...header, ...blocks, ''].join('\r\n')
}

function writePart({ number, name, sheet = '', use = '', landClass = '' }: PlotToWrite, polygon: Polygon): string[] {
  const text = (value: string) => value.replace(/[,，@\r\n]+/g, '、')
  const hectares = roundHalfUp(planarArea([polygon]) / 1e4, 4).toFixed(4)
  const vertices: string[] = []
  let first = 1
  polygon.forEach((ring, r) => {
    const path = fromNorthWest(ring, r === 0)
    const line = (i: number) => `J${first + i},${r + 1},${metres(path[i]![1])},${metres(path[i]![0])}`
    vertices.push(...path.map((_, i) => line(i)), line(0))
    first += path.length
  })
  const fields = [
    vertices.length,
    hectares,
    text(number),
    text(name),
    '面',
    text(sheet),
    text(use),
    text(landClass),
    '@',
  ]
  return [fields.join(), ...vertices]
}

const metres = (value: number) => roundHalfUp(value, 3).toFixed(3)
