import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Signer } from '../../kernel/crypto/receipt.ts'
import { generateKeyPair } from '../../kernel/crypto/sm2.ts'

/** The key behind the MAC of every audit row: made at the first start, readable by this account only. */
export function auditKey(dataFolder: string): Uint8Array {
  return Buffer.from(
    readOrMake(join(dataFolder, 'keys', 'audit.key'), () => randomBytes(32).toString('hex')),
    'hex',
  )
}

/** The platform's own SM2 key: signs snapshots and receipts. */
export function platformSigner(dataFolder: string): Signer {
  const text = readOrMake(join(dataFolder, 'keys', 'platform.json'), () => JSON.stringify(generateKeyPair()))
  return { keys: JSON.parse(text), keyId: 'platform-1', userId: 'yutu-platform' }
}

function readOrMake(path: string, make: () => string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, make(), { mode: 0o600, flush: true })
    place(draft, path)
  }
  return readFileSync(path, 'utf8')
}

/** Whole or not at all, and never over a key that another process has made meanwhile. */
function place(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
