import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { utf8 } from '../../kernel/crypto/bytes.ts'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import { StoredZip } from '../../kernel/formats/archive/stored-zip.ts'
import { openRescue, rescuedPhoto } from '../../modules/fieldwork/rescue/open-rescue.ts'
import { sealFile } from '../../modules/fieldwork/rules/sealing/files.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

/** `peak`: bytes of memory at most */
export type Told = { photos: number; archive: number; peak: number }

/** Takes the photos of an archive of so many megabytes out of the file store, and tells how much memory that took at most. */
const [count, size] = [Number(process.argv[2]), 5 * 2 ** 20]
const folder = mkdtempSync(join(tmpdir(), 'yutu-rescue-'))
const path = join(folder, 'rescue.zip')
const keys = await keysOf(new Uint8Array(32).fill(7))
const out = createWriteStream(path)
const zip = new StoredZip(new Date())
let told = 0
const put = (parts: Uint8Array[]) => {
  for (const part of parts) {
    told += part.length
    out.write(part)
  }
}
const add = (name: string, bytes: Uint8Array) => put(zip.add(name, bytes))
for (const name of ['devices.json', 'operations.json']) add(name, utf8('[]'))
for (let k = 0; k < count; k++) {
  const bytes = new Uint8Array(size).fill(k % 251)
  bytes[0] = k >> 8
  const digest = sm3(bytes)
  add(`photos/${digest}.sealed`, await sealFile(bytes.buffer, keys.files, digest))
  if (out.writableNeedDrain) await new Promise<void>((resolve) => out.once('drain', resolve))
}
put(zip.end())
out.end()
await finished(out)

const files = diskStore(folder)
const { digest } = await files.putStream(createReadStream(path), 8 * 2 ** 30)
rmSync(path)
let photos = 0
const rescued = await openRescue(files.pathOf(digest), async () => new Map([[keys.id, keys]]))
for (const name of rescued.photos) {
  const bytes = await rescuedPhoto(rescued.archive, name, new Map([[keys.id, keys]]))
  if (bytes instanceof Uint8Array) photos += (await files.put(bytes)).size === size ? 1 : 0
}
rescued.archive.close()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ photos, archive: told, peak: process.resourceUsage().maxRSS * 1024 } satisfies Told))
