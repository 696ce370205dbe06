import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Measure } from '../measure.ts'

const COUNT = 1_000_000
const run = promisify(execFile)
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

type Told = { heap: number; opened: number; point: number; view: number; areas: number }

/** Makes the file of them, where it is not there yet: some ten seconds, in a process of its own. */
export const makePolygons = (): Promise<unknown> => run(process.execPath, [script('./make-polygons.ts'), String(COUNT)])

/** Reference polygons on a phone: what a million of them hold in memory, and how soon a question about the ground is answered. */
export async function* polygons(): AsyncGenerator<Measure> {
  const { stdout } = await run(process.execPath, ['--expose-gc', script('./polygons.child.ts'), String(COUNT)])
  const { heap, opened, point, view, areas } = JSON.parse(stdout) as Told
  yield { work: '1 000 000 reference polygons: held while asked', value: heap, unit: 'MB', aim: 150 }
  yield { work: 'opening them', value: opened, unit: 'ms', aim: 500 }
  yield { work: 'a tap: what covers a place, p95', value: point, unit: 'ms', aim: 20 }
  yield { work: 'a view of 800 m for snapping, p95', value: view, unit: 'ms', aim: 50 }
  yield { work: 'overlay of 4 ha by class, p95', value: areas, unit: 'ms', aim: 100 }
}
