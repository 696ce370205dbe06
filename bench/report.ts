import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../apps/server/config.ts'
import type { Measure } from './measure.ts'
import type { Ratio } from './ratio.ts'

const WIDTH = 58

/** One JSON object a line, or a line of a table; ✓ and ✗ say whether the aim is met. */
export function printMeasure(measure: Measure | Ratio, asJson: boolean): void {
  console.log(asJson ? JSON.stringify(measure) : 'ratio' in measure ? ratioLine(measure) : tableLine(measure))
}

function ratioLine({ work, peer, ours_s, peer_s, ratio, aim, note, failed }: Ratio): string {
  const verdict = aim === undefined || ratio === null ? '' : `aim ≥ ${aim.toPrecision(2)} × ${ratio >= aim ? '✓' : '✗'}`
  const times = `${String(ours_s ?? '—').padStart(8)} ${String(peer_s ?? '—').padStart(8)} ${String(ratio ?? '—').padStart(7)} ×`
  return `${work.padEnd(WIDTH)} ${peer.padEnd(26)} ${times} ${verdict}${note ? `\n    ${note}` : ''}${failed ? `\n    failed: ${failed}` : ''}`
}

function tableLine({ work, value, unit, aim, does, failed }: Measure): string {
  const number = value === null ? '—' : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 1 })
  const isRate = unit === '/s'
  const isMet = aim !== null && value !== null && (isRate ? value >= aim : value <= aim)
  const verdict = aim === null || value === null ? '' : `aim ${isRate ? '≥' : '≤'} ${aim} ${unit} ${isMet ? '✓' : '✗'}`
  return `${work.padEnd(WIDTH)} ${number.padStart(9)} ${unit.padEnd(4)} ${verdict}${does ? `\n    ${does}` : ''}${failed ? ` failed: ${failed}` : ''}`
}

/** Writes bench/results/<name>-<date>.json with what the numbers were measured on. Returns the path. */
export async function keepResults(name: string, measures: (Measure | Ratio)[]): Promise<string> {
  const folder = join(root, 'bench', 'results')
  const path = join(folder, `${name}-${new Date().toISOString().slice(0, 10)}.json`)
  const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg(),
  }
  const versions = {
    node: process.version,
    pglite: packages['@electric-sql/pglite'],
    postgis: packages['@electric-sql/pglite-postgis'],
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path,
    `${JSON.stringify({ name, date: new Date().toISOString(), machine, versions, measures }, null, 1)}\n`,
  )
  return path
}
