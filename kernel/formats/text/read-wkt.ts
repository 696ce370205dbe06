import type { MultiPolygon, Position, Ring } from '../../geometry/types.ts'

export type WktGeometry =
  | { kind: 'polygons'; polygons: MultiPolygon; heights: boolean; epsg: number | undefined }
  | { kind: 'other'; type: string }
  | { kind: 'bad'; at: number }

const HEAD = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+)\s*(ZM|Z|M)?\s*/i
const NUMBER = /\s*([-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|nan|inf))/iy

class Cursor {
  at: number
  readonly text: string
  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }
  /** Takes the mark when it is next. */
  take(mark: string): boolean {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
    if (this.text[this.at] !== mark) return false
    this.at++
    return true
  }
  number(): number | undefined {
    NUMBER.lastIndex = this.at
    const match = NUMBER.exec(this.text)
    if (!match) return undefined
    this.at = NUMBER.lastIndex
    return Number(match[1])
  }
}

/** `( item , item … )` */
function list<T>(cursor: Cursor, item: () => T | undefined): T[] | undefined {
  if (!cursor.take('(')) return undefined
  const items: T[] = []
  do {
    const next = item()
    if (next === undefined) return undefined
    items.push(next)
  } while (cursor.take(','))
  return cursor.take(')') ? items : undefined
}

/** Reads POLYGON and MULTIPOLYGON, with Z or M (left out) and with EWKT's SRID. Never throws. */
export function readWkt(text: string): WktGeometry {
  const head = HEAD.exec(text)
  if (!head) return { kind: 'bad', at: 0 }
  const type = head[2]!.toUpperCase().replace(/(ZM|Z|M)$/, '')
  if (type !== 'POLYGON' && type !== 'MULTIPOLYGON')
    return /^(POINT|LINE|MULTI|CURVE|GEOM|TRI|TIN|POLY|CIRC|COMP)/.test(type)
      ? { kind: 'other', type }
      : { kind: 'bad', at: 0 }
  const epsg = head[1] ? Number(head[1]) : undefined
  if (/^EMPTY\s*$/i.test(text.slice(head[0].length))) return { kind: 'polygons', polygons: [], heights: false, epsg }
  const cursor = new Cursor(text, head[0].length)
  let heights = false
  const position = (): Position | undefined => {
    const [x, y] = [cursor.number(), cursor.number()]
    while (cursor.number() !== undefined) heights = true
    return x === undefined || y === undefined ? undefined : [x, y]
  }
  const ring = (): Ring | undefined => list(cursor, position)
  const polygon = () => list(cursor, ring)
  const one = type === 'POLYGON' ? polygon() : undefined
  const polygons = type === 'POLYGON' ? one && [one] : list(cursor, polygon)
  const rest = text.slice(cursor.at).trim()
  return polygons && rest === '' ? { kind: 'polygons', polygons, heights, epsg } : { kind: 'bad', at: cursor.at }
}
