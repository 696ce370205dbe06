import { openRow, sealRow } from '../../../modules/fieldwork/rules/sealing/rows.ts'
import { onKeysChange, openKeys } from './vault/open-keys.ts'

/** How a store's rows lie: by what they are found stays readable, the rest is sealed. */
export type StoreForm = {
  name: string
  keyPath: string | string[]
  /** name → path, as indexes are declared */
  indexes?: Record<string, string | string[]>
  /** members that are not worth sealing, or are sealed already */
  beside?: string[]
  /** nothing of it is sealed */
  isOpen?: true
  /** large rows that are read over and over (photos with their small pictures): what was opened stays in memory */
  isHeavy?: true
  /** two people of one phone may have a row of the same id: each lies under a key of its own (`keyFor`) */
  isShared?: true
}
type Row = Record<string, unknown>
type Kept = Row & { sealed: Uint8Array; keyId: string }

const paths = ({ keyPath, indexes = {} }: StoreForm) => [...new Set([keyPath, ...Object.values(indexes)].flat())]

/** As it is put into the store. Throws Locked. */
export function sealed(form: StoreForm, row: Row): Row {
  if (form.isOpen) return row
  const keys = openKeys()
  const beside = pick(row, form.beside ?? [])
  const hidden = Object.fromEntries(Object.entries(row).filter(([name]) => !form.beside?.includes(name)))
  const bytes = sealRow(hidden, keys.rows, addressOf(form, row))
  const key = form.isShared && { id: sharedKey(String(row.id), keys.id) }
  return { ...pick(row, paths(form)), ...beside, ...key, sealed: bytes, keyId: keys.id }
}

/** What a row of this id lies under for whoever has the store open. Throws Locked. */
export const keyFor = (form: StoreForm, id: unknown): unknown =>
  form.isShared ? sharedKey(String(id), openKeys().id) : id

/** Ids are UUIDs, so nothing else has the stroke in it. */
export const sharedKey = (id: string, keyId: string): string => `${id}|${keyId}`

/** As it was put; undefined for what another person's key has sealed. What an older version left in the clear comes as it is. Throws Locked. */
export function opened(form: StoreForm, kept: Row | undefined): Row | undefined {
  if (!kept || form.isOpen || !isKept(kept)) return kept
  const keys = openKeys()
  if (kept.keyId !== keys.id) return undefined
  const named = form.isShared ? { ...kept, id: String(kept.id).split('|')[0] } : kept
  const row = (form.isHeavy ? openedOnce(form, named) : openRow(kept.sealed, keys.rows, addressOf(form, named))) as
    | Row
    | undefined
  return row && { ...row, ...pick(kept, form.beside ?? []) }
}

/** Rows in memory at most; those opened first go first. */
const MOST_HELD = 1000
const held = new Map<string, Row>()
onKeysChange(() => held.clear())

/** By the nonce, which no two sealings share: a row put anew is opened anew. */
function openedOnce(form: StoreForm, kept: Kept): Row | undefined {
  const name = String.fromCharCode(...kept.sealed.subarray(0, 24))
  const row = held.get(name) ?? (openRow(kept.sealed, openKeys().rows, addressOf(form, kept)) as Row | undefined)
  if (row) held.set(name, row)
  if (held.size > MOST_HELD) held.delete(held.keys().next().value!)
  return row
}

const isKept = (row: Row): row is Kept => row.sealed instanceof Uint8Array && typeof row.keyId === 'string'

/** The same on phone and server, which opens what a rescue archive brings. */
export const addressOf = ({ name, keyPath }: Pick<StoreForm, 'name' | 'keyPath'>, row: Row): string =>
  `${name}|${[keyPath]
    .flat()
    .map((path) => String(at(row, path)))
    .join('|')}`

const at = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Row | undefined)?.[name], row)

function pick(row: Row, wanted: readonly string[]): Row {
  const picked: Row = {}
  for (const path of wanted) {
    const value = at(row, path)
    if (value === undefined) continue
    const names = path.split('.')
    let into = picked
    for (const name of names.slice(0, -1)) {
      into[name] ??= {}
      into = into[name] as Row
    }
    into[names.at(-1)!] = value
  }
  return picked
}
