import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { crc32, portableCrc32 } from './crc32.ts'
import { openArchive } from './open-archive.ts'
import { StoredZip } from './stored-zip.ts'

const GiB = 2 ** 30
const LIMITS = { sourceBytes: 8 * GiB, entries: 100_000, unpackedBytes: 8 * GiB, ratio: 10 }
const utf8 = (text: string) => new TextEncoder().encode(text)

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'yutu-zip-'))
})
after(() => rmSync(folder, { recursive: true }))

/** Bytes that are all zero are left as a hole: the file takes no room for them. */
function fileWith(name: string, fill: (write: (parts: Uint8Array[]) => void) => void, hole?: Uint8Array): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  let at = 0
  fill((parts) => {
    for (const part of parts) {
      if (part !== hole) writeSync(file, part, 0, part.length, at)
      at += part.length
    }
  })
  ftruncateSync(file, at)
  closeSync(file)
  return path
}

/** A reader that shares nothing with ours; undefined where there is none. */
function pythonReads(path: string, name: string): { names: number; text: string } | undefined {
  const program = `import sys, json, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps({'names': len(z.namelist()), 'text': z.read(sys.argv[2]).decode('utf-8')}))`
  try {
    const told = execFileSync('python3', ['-c', program, path, name], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } }) // biome-ignore format: one row
    return JSON.parse(told) as { names: number; text: string }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

test('a small archive is what any reader expects, with names in Chinese', () => {
  const photo = new Uint8Array(randomBytes(5000))
  const zip = new StoredZip(new Date('2026-11-27T08:30:20'))
  const parts = [...zip.add('照片/东.jpg', photo), ...zip.add('empty', new Uint8Array()), ...zip.end()]
  const bytes = Buffer.concat(parts)
  const files = unzipSync(bytes)
  assert.deepEqual(files['照片/东.jpg'], photo)
  assert.deepEqual(files.empty, new Uint8Array())
  assert.ok(!bytes.includes('PK\x06\x06'), 'nothing of ZIP64 where it is not needed')
})

test('both ways to a checksum agree, also in parts', () => {
  const bytes = new Uint8Array(randomBytes(1000))
  assert.equal(portableCrc32(bytes), crc32(bytes))
  assert.equal(portableCrc32(bytes.subarray(400), portableCrc32(bytes.subarray(0, 400))), crc32(bytes))
  assert.equal(portableCrc32(utf8('123456789')), 0xcbf43926)
})

test('70 000 entries: read by ours and by a reader of others', async (t) => {
  const count = 70_000
  const path = fileWith('many.zip', (write) => {
    const zip = new StoredZip(new Date())
    const parts: Uint8Array[] = []
    for (let k = 0; k < count; k++) parts.push(...zip.add(`photos/${k}.jpg`, utf8(`照片 ${k}`)))
    write([Buffer.concat([...parts, ...zip.end()])])
  })
  const archive = await openArchive(path, LIMITS)
  assert.equal(archive.names.length, count)
  assert.equal(String(await archive.read('photos/69999.jpg')), '照片 69999')
  archive.close()
  const told = pythonReads(path, 'photos/69999.jpg')
  if (!told) return t.diagnostic('no python3: not read by a reader of others')
  assert.deepEqual(told, { names: count, text: '照片 69999' })
})

test('beyond 4 GiB: what lies behind is read by ours and by a reader of others', async (t) => {
  if (process.platform === 'win32') return t.skip('files have no holes by themselves here')
  const zeros = new Uint8Array(GiB / 4)
  const path = fileWith(
    'large.zip',
    (write) => {
      const zip = new StoredZip(new Date())
      for (let k = 0; k < 17; k++) write(zip.add(`photos/${k}.sealed`, zeros))
      write(zip.add('operations.json', utf8('["后面的操作"]')))
      write(zip.end())
    },
    zeros,
  )
  const { size, blocks } = statSync(path)
  assert.ok(size > 4 * GiB && blocks * 512 < GiB / 16, `${size} bytes in ${blocks} blocks`)
  const archive = await openArchive(path, LIMITS)
  assert.equal(archive.names.length, 18)
  assert.equal(String(await archive.read('operations.json')), '["后面的操作"]')
  assert.equal((await archive.read('photos/16.sealed')).length, zeros.length)
  archive.close()
  const told = pythonReads(path, 'operations.json')
  if (!told) return t.diagnostic('no python3: not read by a reader of others')
  assert.deepEqual(told, { names: 18, text: '["后面的操作"]' })
})

test('one entry beyond 4 GiB, and one behind it: read by a reader of others', async (t) => {
  if (process.platform === 'win32') return t.skip('files have no holes by themselves here')
  const size = 4 * GiB + 5
  const path = join(folder, 'one.zip')
  const zip = new StoredZip(new Date())
  const file = openSync(path, 'w')
  const write = (parts: Uint8Array[], at: number) => writeSync(file, Buffer.concat(parts), 0, undefined, at)
  const head = zip.begin('全部.bin', { size, crc: 0 })
  const behind = write(head, 0) + size
  const parts = [...zip.add('后面.txt', utf8('后面')), ...zip.end()]
  write(parts, behind)
  closeSync(file)
  const told = pythonReads(path, '后面.txt')
  if (!told) return t.diagnostic('no python3: not read by a reader of others')
  assert.deepEqual(told, { names: 2, text: '后面' })
  const program = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).getinfo("全部.bin").file_size)'
  assert.equal(Number(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' })), size)
})
