import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, signReceipt } from '../../kernel/crypto/receipt.ts'
import type { Partner } from '../../kernel/exchange/deliver.ts'
import type { World } from './open-world.ts'

/** Topics that leave for the shared store (共享库); its real interface is not public, so it is a folder of daily files here. */
const SHARED_STORE_TOPICS = ['landuse.link', 'landuse.result', 'landuse.suspect', 'layers.applied', 'approvals.result']

export function partners({ config, signer }: World): Partner[] {
  const folder = join(config.dataFolder, 'shared-store')
  return SHARED_STORE_TOPICS.map((topic) => ({
    topic,
    async deliver(message) {
      mkdirSync(folder, { recursive: true })
      const at = new Date().toISOString()
      const line = JSON.stringify({
        id: message.id,
        topic,
        key: message.key,
        madeAt: message.madeAt,
        payload: message.payload,
      })
      appendFileSync(join(folder, `${at.slice(0, 10)}.ndjson`), `${line}\n`, { flush: true })
      return signReceipt(digestOf(message.payload), signer, at)
    },
  }))
}
