/** One bracketed item of a WKT text: `PARAMETER["Central_Meridian",108]`. */
export type WktNode = { keyword: string; values: (string | number | WktNode)[] }

const MAX_LENGTH = 64 * 1024
const MAX_DEPTH = 32
const TOKEN = /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_][A-Za-z_0-9]*)|([-+]?[\d.]+(?:[eE][-+]?\d+)?)|([[\](),]))/y

type Token = { text?: string; word?: string; number?: number; mark?: string }

function tokens(text: string): Token[] | undefined {
  const list: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (!match) return undefined
    const [, quoted, word, number, mark] = match
    list.push(
      quoted !== undefined ? { text: quoted } : word ? { word } : number ? { number: Number(number) } : { mark },
    )
  }
  return list
}

/** Parses WKT 1 (ESRI, GDAL) or WKT 2 of a coordinate system; undefined when it is not well formed. */
export function parseWkt(source: string): WktNode | undefined {
  if (source.length > MAX_LENGTH) return undefined
  const list = tokens(source.replace(/^\uFEFF/, '').trim())
  if (!list) return undefined
  let at = 0
  const readNode = (depth: number): WktNode | undefined => {
    const keyword = list[at++]?.word
    const opening = list[at++]?.mark
    if (!keyword || (opening !== '[' && opening !== '(') || depth > MAX_DEPTH) return undefined
    const node: WktNode = { keyword: keyword.toUpperCase(), values: [] }
    for (;;) {
      const token = list[at]
      const next = list[at + 1]?.mark
      if (token?.word && (next === '[' || next === '(')) {
        const child = readNode(depth + 1)
        if (!child) return undefined
        node.values.push(child)
      } else {
        const value = token?.text ?? token?.word ?? token?.number
        if (value === undefined) return undefined
        node.values.push(value)
        at++
      }
      const mark = list[at++]?.mark
      if (mark === ']' || mark === ')') return node
      if (mark !== ',') return undefined
    }
  }
  const root = readNode(0)
  return at === list.length ? root : undefined
}

export const children = (node: WktNode, ...keywords: string[]): WktNode[] =>
  node.values.filter((value): value is WktNode => typeof value === 'object' && keywords.includes(value.keyword))

/** The first node with one of these keywords, at any depth. */
export function descendant(node: WktNode, ...keywords: string[]): WktNode | undefined {
  for (const value of node.values) {
    if (typeof value !== 'object') continue
    const found = keywords.includes(value.keyword) ? value : descendant(value, ...keywords)
    if (found) return found
  }
  return undefined
}

export const nameOf = (node: WktNode | undefined): string =>
  String(node?.values.find((value) => typeof value === 'string') ?? '')
