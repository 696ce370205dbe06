import { readdirSync, readFileSync } from 'node:fs'
import { parseWkt, type Wkt } from './wkt.testing.ts'

/** For tests only. One operation of a JTS test file: its operands, the other argument, and the expected text. */
export type JtsOperation = {
  file: string
  description: string
  name: string
  operands: Wkt[]
  argument?: string
  expected: string
  /** Cells per unit where the case has a precision model of its own. */
  scale?: number
}

/** All operations of all files in the folders under `path`, in order. */
export function jtsOperations(path: string): JtsOperation[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .flatMap((file) => fileOperations(file, readFileSync(`${path}/${file}`, 'utf8').replace(/<!--[\s\S]*?-->/g, '')))
}

const textOf = (xml: string, tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1]?.trim()

function fileOperations(file: string, xml: string): JtsOperation[] {
  const scale = /<precisionModel[^>]*scale="([\d.]+)"/.exec(xml)?.[1]
  return [...xml.matchAll(/<case>([\s\S]*?)<\/case>/g)].flatMap(([, body]) => {
    const operands = new Map(['a', 'b'].map((tag) => [tag, parseWkt(textOf(body!, tag) ?? '')]))
    const description = textOf(body!, 'desc')?.replace(/\s+/g, ' ') ?? ''
    return [...body!.matchAll(/<op\s([^>]*)>([\s\S]*?)<\/op>/g)].map(([, attributes, expected]): JtsOperation => {
      const attribute = (name: string) => new RegExp(`${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes!)?.[1]
      const words = ['arg1', 'arg2', 'arg3'].flatMap((name) => attribute(name) ?? [])
      const name = attribute('name')!
      const own = /SR$/.test(name) ? words.at(-1) : scale
      return {
        file,
        description,
        name: name.replace(/(NG|SR)$/, '').toLowerCase(),
        operands: words.flatMap((word) => operands.get(word.toLowerCase()) ?? []),
        argument: words.find((word) => !operands.has(word.toLowerCase())),
        expected: expected!.trim(),
        scale: own === undefined ? undefined : Number(own),
      }
    })
  })
}
