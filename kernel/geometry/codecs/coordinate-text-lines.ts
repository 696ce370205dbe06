import type { Position } from '../types.ts'

/** `reject`: the plot (or, without one, the file) cannot be taken as it is; `warn`: taken, but someone should look. */
export type TextFinding = {
  code:
    | 'no-plots'
    | 'header-missing'
    | 'line-not-understood'
    | 'full-width-comma'
    | 'end-mark-missing'
    | 'not-cgcs2000'
    | 'unit'
    | 'transform-parameters'
    | 'zone-mismatch'
    | 'zone-unknown'
    | 'zone-prefix-missing'
    | 'swapped-axes'
    | 'coordinate-range'
    | 'outside-extent'
    | 'not-a-polygon'
    | 'point-count'
    | 'repeated-point'
    | 'ring-too-short'
    | 'self-intersection'
    | 'rings-cross'
    | 'further-part'
    | 'area-differs'
  severity: 'reject' | 'warn'
  /** Counted from 1. */
  line: number
  plot?: string
  params?: Record<string, string | number>
}

/** A vertex as it is written: X is the northing. */
export type TextVertex = { line: number; number: string; ring: number; x: number; y: number }

export type TextBlock = { line: number; fields: string[]; vertices: TextVertex[] }

export type TextLines = { header: Map<string, string>; blocks: TextBlock[]; findings: TextFinding[] }

const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** Sorts the lines of a coordinate file into header, plot lines and vertices; what is none of these is a finding. */
export function readTextLines(text: string): TextLines {
  const result: TextLines = { header: new Map(), blocks: [], findings: [] }
  let sawComma = false
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const content = raw.trim()
      if (content === '' || /^\[.*\]$/.test(content)) return
      if (content.includes('，') && !sawComma) {
        sawComma = true
        result.findings.push({ code: 'full-width-comma', severity: 'warn', line: i + 1 })
      }
      readLine(result, content.replaceAll('，', ','), i + 1)
    })
  return result
}

function readLine({ header, blocks, findings }: TextLines, content: string, line: number): void {
  const fields = content.split(',').map((field) => field.trim())
  const block = blocks[blocks.length - 1]
  if (content.endsWith('@') || fields.length >= 8) {
    if (!content.endsWith('@')) findings.push({ code: 'end-mark-missing', severity: 'warn', line, plot: fields[2] })
    blocks.push({ line, fields, vertices: [] })
  } else if (block && fields.length === 4 && [1, 2, 3].every((k) => NUMBER.test(fields[k]!))) {
    const [number, ring, x, y] = fields as [string, string, string, string]
    block.vertices.push({ line, number, ring: Number(ring), x: Number(x), y: Number(y) })
  } else if (!block && content.includes('=')) {
    const at = content.indexOf('=')
    header.set(content.slice(0, at).trim(), content.slice(at + 1).trim())
  } else {
    findings.push({ code: 'line-not-understood', severity: 'reject', line, plot: block?.fields[2] })
  }
}

/** Vertices by ring: a new 圈号 begins a ring, and so does whatever follows a ring that has closed. Rings come back closed. */
export function ringsOf(vertices: TextVertex[]): { line: number; ring: number; positions: Position[] }[] {
  const rings: { line: number; ring: number; positions: Position[] }[] = []
  let closed = true
  for (const { line, ring, x, y } of vertices) {
    let current = rings[rings.length - 1]
    if (!current || closed || current.ring !== ring) {
      current = { line, ring, positions: [] }
      rings.push(current)
    }
    const [firstX, firstY] = current.positions[0] ?? []
    current.positions.push([y, x])
    closed = current.positions.length > 1 && firstX === y && firstY === x
  }
  for (const { positions } of rings) {
    const first = positions[0]!
    const last = positions[positions.length - 1]!
    if (positions.length > 1 && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first)
  }
  return rings
}
