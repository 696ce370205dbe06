import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { act, testFiles, testSigner } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { sync } from '../actions/sync.ts'
import { dayOfWork, fieldStation } from '../field.testing.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import { neutral } from './adapters/neutral.ts'
import { collectCase } from './collect-case.ts'
import { packageBytes } from './write-package.ts'

const skip =
  spawnSync('python3', ['-c', 'import sqlite3']).status !== 0 &&
  'no python3: the package is not opened by another program'

/** Opens a package with Python's own zip, SQLite, CSV and SM3, and tells what it finds. */
const READER = `
import csv, hashlib, io, json, sqlite3, sys, tempfile, zipfile
package = zipfile.ZipFile(sys.argv[1])
assert package.testzip() is None
manifest = json.loads(package.read('manifest.json'))
def digest(data):
    try: return hashlib.new('sm3', data).hexdigest()
    except ValueError: return None
named = {one['path']: one for one in manifest['files']}
wrong = [path for path, one in named.items() if len(package.read(path)) != one['size'] or digest(package.read(path)) not in (None, one['digest'])]
file = tempfile.NamedTemporaryFile(suffix='.db')
file.write(package.read('evidence.db')); file.flush()
database = sqlite3.connect(file.name)
database.row_factory = sqlite3.Row
photos = [dict(row) for row in database.execute('select * from ZP order by PHID')]
rows = list(csv.DictReader(io.StringIO(package.read('photos.csv').decode('utf-8-sig'))))
print(json.dumps({
    'wrong': wrong, 'integrity': database.execute('pragma integrity_check').fetchone()[0],
    'cases': database.execute('select count(*) from AJ').fetchone()[0],
    'outline': json.loads(database.execute('select TX from TB').fetchone()[0])['type'],
    'photos': photos, 'csv': rows, 'unnamed': sorted(set(package.namelist()) - set(named)),
}))
`

type Told = {
  wrong: string[]
  integrity: string
  cases: number
  outline: string
  photos: Record<string, string>[]
  csv: Record<string, string>[]
  unnamed: string[]
}

/** GB/T 37149—2018 附录D by the short names of 《遥感影像解译样本数据技术规定》, in their order. */
const ATTRIBUTES = ['PHID', 'FILE', 'PHTM', 'LONG', 'LAT', 'DOP', 'ALT', 'MMODE', 'SAT', 'AZIM', 'AZIMR', 'AZIMP', 'DIST', 'TILT', 'ROLL', 'CC', 'REMARK', 'CREATOR', 'FOCAL'] // biome-ignore format: one row

// Function points: SH130
test(
  'SH130 another program opens the package: every file is what the manifest says, the database is sound, table and list agree',
  { skip },
  () =>
    inRollback(async (trx) => {
      const { madong, taskId, caseId } = await fieldStation(trx)
      const operations = chainOperations(await dayOfWork(taskId))
      await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
      const parts: Uint8Array[] = []
      const cases = [await collectCase(trx, caseId)]
      for await (const part of packageBytes({ files: testFiles, signer: testSigner, adapter: neutral, cases, by: '林志远', at: new Date() })) parts.push(part) // biome-ignore format: one row
      const folder = mkdtempSync(join(tmpdir(), 'yutu-by-others-'))
      try {
        writeFileSync(join(folder, 'package.zip'), Buffer.concat(parts))
        const { stdout, stderr } = spawnSync('python3', ['-c', READER, join(folder, 'package.zip')], {
          encoding: 'utf8',
        })
        assert.equal(stderr, '')
        assertSound(JSON.parse(stdout))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
)

function assertSound({ photos, csv, ...told }: Told): void {
  assert.deepEqual(told, { wrong: [], integrity: 'ok', cases: 1, outline: 'MultiPolygon', unnamed: ['manifest.json', 'manifest.sig.json'] }) // biome-ignore format: one row
  assert.deepEqual(Object.keys(photos[0]!).slice(0, ATTRIBUTES.length), ATTRIBUTES)
  assert.equal(photos.length, 4)
  const byId = new Map(csv.map((row) => [row.PHID, row]))
  for (const photo of photos) {
    const { FILE = '', PHTM = '', LONG, LAT, AZIM, AZIMR, CREATOR } = photo
    for (const name of ATTRIBUTES) assert.equal(byId.get(photo.PHID!)?.[name], photo[name], name)
    assert.match(FILE, /^OP\d{14}\d{13}\d{3}(_\d)?\.jpg$/)
    assert.equal(FILE.slice(2, 16), PHTM.slice(0, 19).replace(/\D/g, ''), 'the name tells the hour of Beijing')
    assert.equal(Number(FILE.slice(29, 32)), Math.round(Number(AZIM)) % 360)
    const degrees = Number(FILE.slice(16, 19)) + Number(FILE.slice(19, 21)) / 60 + Number(FILE.slice(21, 23)) / 3600
    assert.ok(Math.abs(degrees - Number(LONG)) < 0.51 / 3600 && Number(LAT) > 32, `${FILE} ${LONG}`)
    assert.deepEqual([AZIMR, CREATOR], ['G', '马东'])
  }
}
