import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measure } from '../measure.ts'
import { polygonsFile } from './polygons-file.ts'

const COUNT = 1_000_000
const child = fileURLToPath(new URL('./polygons.child.ts', import.meta.url))

type Told = { heap: number; opened: number; point: number; view: number; areas: number }

/** Reference polygons on a phone: what a million of them hold in memory, and how soon a question about the ground is answered. */
export async function* polygons(): AsyncGenerator<Measure> {
  polygonsFile(COUNT)
  const text = execFileSync(process.execPath, ['--expose-gc', child, String(COUNT)], { encoding: 'utf8' })
  const { heap, opened, point, view, areas } = JSON.parse(text) as Told
  yield { work: '1 000 000 reference polygons: held while asked', value: heap, unit: 'MB', aim: 150 }
  yield { work: 'opening them', value: opened, unit: 'ms', aim: 500 }
  yield { work: 'a tap: what covers a place, p95', value: point, unit: 'ms', aim: 20 }
  yield { work: 'a view of 800 m for snapping, p95', value: view, unit: 'ms', aim: 50 }
  yield { work: 'overlay of 4 ha by class, p95', value: areas, unit: 'ms', aim: 100 }
}
