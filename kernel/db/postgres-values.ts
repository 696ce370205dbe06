import pg from 'pg'
import { elementOf, parsers } from './value-types.ts'

// The published types of pg-types describe another shape than the one it exports.
const arrayParser = pg.types.arrayParser as unknown as {
  create(text: string, element: (text: string) => unknown): { parse(): unknown[] }
}

/** How a column of this type is read. */
export function parserOf(oid: number): (text: string) => unknown {
  const element = parsers[elementOf[oid] ?? 0]
  if (element) return (text) => arrayParser.create(text, element).parse()
  return parsers[oid] ?? pg.types.getTypeParser(oid)
}
