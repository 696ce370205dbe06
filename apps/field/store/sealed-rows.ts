import { openRow, sealRow } from '../../../modules/fieldwork/rules/sealing/rows.ts'
import { openKeys } from './vault/open-keys.ts'

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
  return { ...pick(row, paths(form)), ...beside, sealed: bytes, keyId: keys.id }
}

/** As it was put; undefined for what another person's key has sealed. What an older version left in the clear comes as it is. Throws Locked. */
export function opened(form: StoreForm, kept: Row | undefined): Row | undefined {
  if (!kept || form.isOpen || !isKept(kept)) return kept
  const keys = openKeys()
  if (kept.keyId !== keys.id) return undefined
  const row = openRow(kept.sealed, keys.rows, addressOf(form, kept)) as Row | undefined
  return row && { ...row, ...pick(kept, form.beside ?? []) }
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
