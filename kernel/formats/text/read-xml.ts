import { invalid, Refusal } from '../../problems/problem.ts'

/** An element with its children in order; `text` is its own character data. Names are without prefix. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

const MAX_DEPTH = 200
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const bad = (at: number) => new Refusal(invalid('formats.xml.not-well-formed', { at }))

const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[name ?? ''] ?? whole
  })

const localName = (name: string) => name.replace(/^.*:/, '')

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE))
    attributes[localName(name!)] = decode(double ?? single ?? '')
  return attributes
}

/** Where a comment, CDATA section or instruction that starts here ends; undefined when a tag starts. */
function skip(xml: string, at: number): { end: number; text: string } | undefined {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(open, at)) continue
    const end = xml.indexOf(close, at + open.length)
    if (end < 0) throw bad(at)
    return { end: end + close.length, text: open === '<![CDATA[' ? xml.slice(at + open.length, end) : '' }
  }
  return undefined
}

/**
 * A small reader for data files in XML. It has no entities but the five of XML, and refuses a document type, because
 * declared entities are how such files are made to explode or to read other files.
 */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let at = 0
  while (at < xml.length) {
    const parent = open.at(-1)!
    const tag = xml.indexOf('<', at)
    parent.text += decode(xml.slice(at, tag < 0 ? xml.length : tag))
    if (tag < 0) break
    const skipped = skip(xml, tag)
    if (skipped) {
      parent.text += skipped.text
      at = skipped.end
      continue
    }
    if (/^<!/.test(xml.slice(tag, tag + 2))) throw new Refusal(invalid('formats.xml.document-type'))
    const end = xml.indexOf('>', tag)
    if (end < 0) throw bad(tag)
    readTag(xml.slice(tag + 1, end), open, tag)
    at = end + 1
  }
  if (open.length !== 1 || root.children.length !== 1) throw bad(xml.length)
  return root.children[0]!
}

function readTag(body: string, open: XmlElement[], at: number): void {
  if (body.startsWith('/')) {
    const closed = open.pop()!
    if (open.length === 0 || closed.name !== localName(body.slice(1).trim())) throw bad(at)
    return
  }
  const single = body.endsWith('/')
  const [, name, rest] = /^([^\s/]+)([\s\S]*?)\/?$/.exec(body) ?? []
  if (!name || open.length > MAX_DEPTH) throw bad(at)
  const element: XmlElement = { name: localName(name), attributes: attributesOf(rest ?? ''), children: [], text: '' }
  open.at(-1)!.children.push(element)
  if (!single) open.push(element)
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

export const childText = (element: XmlElement, name: string): string | undefined =>
  childrenNamed(element, name)[0]?.text.trim()
