import { openFile, sealFile } from '../../../modules/fieldwork/rules/sealing/files.ts'
import { breath } from './changes.ts'
import { fieldDatabase } from './field-database.ts'
import { fromColumns, inColumns, type LineColumns } from './line-columns.ts'
import type { TaskLine } from './task-line.ts'
import { openKeys } from './vault/open-keys.ts'

const NAME = 'tasks/lines'
/** Lines sealed in one piece: opened by the browser beside the page, read in some twenty milliseconds at a phone's speed. */
const PART = 2000

type Head = { version: number; parts: number }

const nameOf = (part: number) => `${NAME}/${part}`
/** A part of another version does not open, nor one in another form than columns: all of one or nothing. */
const contextOf = (version: number, part: number) => `${NAME}/columns/${version}/${part}`

/**
 * A long list as it was at a version, sealed in a few large pieces: to open its rows one by one takes ten times longer. What it does not
 * tell is read from the rows themselves.
 */
export async function keepSnapshot(person: string, version: number, lines: readonly TaskLine[]): Promise<void> {
  const database = await fieldDatabase()
  const parts = Math.ceil(lines.length / PART)
  for (let part = 0; part < parts; part++) {
    const text = inAscii(JSON.stringify(inColumns(lines.slice(part * PART, (part + 1) * PART))))
    const sealed = await sealFile(new TextEncoder().encode(text), openKeys().files, contextOf(version, part))
    await database.put('things', { person, name: nameOf(part), value: null, bytes: sealed.buffer })
    await breath()
  }
  await database.put('things', { person, name: NAME, value: { version, parts } satisfies Head })
}

/** The same JSON: browsers take three times longer to read bytes that are not all ASCII. */
const inAscii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Undefined: there is none, or not all of it can be read. */
export async function readSnapshot(person: string): Promise<{ version: number; lines: TaskLine[] } | undefined> {
  const database = await fieldDatabase()
  const head = (await database.get('things', [person, NAME]))?.value as Head | undefined
  if (!head) return undefined
  const lines: TaskLine[] = []
  for (let part = 0; part < head.parts; part++) {
    const { bytes } = (await database.get('things', [person, nameOf(part)])) ?? {}
    const text = bytes && (await openFile(new Uint8Array(bytes), openKeys().files, contextOf(head.version, part)))
    if (!text) return undefined
    for (const line of fromColumns(JSON.parse(new TextDecoder().decode(text)) as LineColumns)) lines.push(line)
  }
  return { version: head.version, lines }
}
