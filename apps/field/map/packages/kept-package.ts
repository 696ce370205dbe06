import type { Receipt } from '../../../../kernel/crypto/receipt.ts'
import type { Manifest } from '../../../../modules/fieldwork/packages/rules/manifest.ts'
import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'

/** Files of one package as made by the server at one time; in a folder of its own, sealed with a key of its own. */
export type Edition = {
  manifest: Manifest
  seal: { receipt: Receipt; publicKey: string }
  folder: string
  key: Uint8Array<ArrayBuffer>
}

/** An offline package on this phone. `current` is what the map reads; `staging` is being fetched and takes its place when it is whole. */
export type KeptPackage = {
  /** person, and what was chosen */
  id: string
  person: string
  choice: Choice
  title: string
  current: Edition | null
  staging: Edition | null
  fetchedAt: number | null
  /** when the map last read from it */
  usedAt: number
}

export const idOfChoice = (person: string, { kind, code = '', box = '' }: Choice): string =>
  `${person} ${kind} ${code}${box}`
