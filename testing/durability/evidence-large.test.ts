import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Told } from './evidence-large.child.ts'

const MB = 2 ** 20
/** Photos of 256 MB: beyond 4 GiB takes two minutes, so only when it is asked for. */
const isLarge = process.env.YUTU_LARGE === '1'
const PHOTOS = isLarge ? 17 : 2

/** Readers that share nothing with ours: every entry of the ZIP, and a question to the database in it. */
const READING = `import json, os, sqlite3, sys, tempfile, zipfile
z = zipfile.ZipFile(sys.argv[1])
folder = tempfile.mkdtemp()
db = sqlite3.connect(z.extract('evidence.db', folder))
rows = db.execute('select count(*), min(PATH) from ZP').fetchone()
print(json.dumps({'names': len(z.namelist()), 'bad': z.testzip(), 'photos': rows[0], 'there': rows[1] in z.namelist()}))
db.close(); os.remove(os.path.join(folder, 'evidence.db')); os.rmdir(folder)`

// Function points: SH129 SH131
test('An evidence package of any size is made, sent and verified with the memory of a few pieces', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-evidence-large-'))
  try {
    const child = join(import.meta.dirname, 'evidence-large.child.ts')
    const told = JSON.parse(
      execFileSync(process.execPath, [child, folder, String(PHOTOS)], { encoding: 'utf8' }),
    ) as Told
    t.diagnostic(JSON.stringify(told))
    assert.ok(told.size > PHOTOS * 256 * MB && told.sent === told.size)
    assert.ok(told.blocks < 64 * MB, 'what is tested is no burden to the disk')
    assert.ok(told.grown < 160 * MB, `${Math.round(told.grown / MB)} MB more at most`)
    assert.equal(told.faults, 0)
    if (!isLarge) t.diagnostic('not beyond 4 GiB: with YUTU_LARGE=1')
    const found = read(join(folder, 'aa', 'a'.repeat(62)))
    if (!found) return t.diagnostic('no python3: not read by a reader of others')
    assert.deepEqual(found, { names: PHOTOS + 5, bad: null, photos: PHOTOS, there: true })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function read(path: string): unknown {
  try {
    return JSON.parse(execFileSync('python3', ['-c', READING, path], { encoding: 'utf8' }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
