import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWkb } from '../../kernel/geometry/codecs/wkb-write.ts'
import { featureGeometry } from '../../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import type { PeerTime } from './library-peers.ts'

const HEADERS = '/usr/include/qgis'
const QT = ['QtCore', 'QtGui', 'QtXml', 'QtWidgets', 'QtNetwork', 'QtSql']

type Answer = { version: string; features: number; checks: Record<string, { seconds: number; found: number }> }

/**
 * The geometry checker of QGIS (Debian packages; ours is the small program that calls it), one thread, `limit` seconds at most.
 * Only in the full run: its packages take longer to install than the quick run may last.
 */
export function qgisTime(set: PolygonSet, limit: number): PeerTime {
  const peer = 'QGIS geometry checker'
  const folder = mkdtempSync(join(tmpdir(), 'yutu-qgis-'))
  try {
    install()
    const program = build(folder)
    const file = join(folder, 'features.wkb')
    writeFeatures(set, file)
    const { stdout, status } = spawnSync(program, [file], {
      ...{ encoding: 'utf8', timeout: limit * 1000, stdio: ['ignore', 'pipe', 'ignore'] },
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', XDG_RUNTIME_DIR: folder },
    })
    if (status !== 0) return { peer, seconds: null, note: `did not finish within ${limit} s: ${stdout}` }
    return timeOf(JSON.parse(stdout) as Answer)
  } catch (error) {
    return { peer, seconds: null, note: `not measured: ${(error as Error).message}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timeOf({ version, checks }: Answer): PeerTime {
  const told = Object.entries(checks).map(([name, { seconds, found }]) => `${name} ${seconds.toFixed(1)} s (${found})`)
  const seconds = Object.values(checks).reduce((sum, check) => sum + check.seconds, 0)
  return { peer: `QGIS ${version} geometry checker`, seconds, note: told.join(', ') }
}

function install(): void {
  if (existsSync(join(HEADERS, 'qgsgeometryoverlapcheck.h'))) return
  const apt = (...words: string[]) => run('apt-get', words, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'libqgis-dev', 'g++', 'pkg-config')
}

function build(folder: string): string {
  // The headers name each other by folders that the package does not have.
  const include = join(folder, 'include')
  mkdirSync(include)
  symlinkSync(HEADERS, join(include, 'geometry'))
  const modules = QT.map((name) => name.replace('Qt', 'Qt5'))
  const flags = run('pkg-config', ['--cflags', '--libs', ...modules])
    .trim()
    .split(/\s+/)
  const program = join(folder, 'check-coverage')
  const source = join(import.meta.dirname, '../peers/qgis/check-coverage.cpp')
  run('g++', [
    '-O2',
    '-fPIC',
    `-I${HEADERS}`,
    `-I${include}`,
    source,
    '-o',
    program,
    '-lqgis_analysis',
    '-lqgis_core',
    ...flags,
  ])
  return program
}

function run(program: string, words: string[], env = process.env): string {
  const { stdout, status } = spawnSync(program, words, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] })
  if (status !== 0) throw new Error(`${program} ${words[0]} failed`)
  return stdout
}

/** Each as its length (uint32, little endian) and its WKB. */
function writeFeatures(set: PolygonSet, path: string): void {
  const file = openSync(path, 'w')
  const length = Buffer.alloc(4)
  for (let f = 0; f < featureCount(set); f++) {
    const wkb = writeWkb(featureGeometry(set, f))
    length.writeUInt32LE(wkb.length)
    writeSync(file, length)
    writeSync(file, wkb)
  }
  closeSync(file)
}
