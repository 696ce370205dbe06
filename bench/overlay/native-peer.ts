import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TimesByWork } from './postgis.ts'

/** PostgreSQL in a process of its own, which starts while there is nothing to ask yet. */
export class NativePeer {
  readonly #process
  readonly #answer: Promise<string>

  /** @param folder where the works will lie */
  constructor(folder: string, runs: number) {
    const tool = join(import.meta.dirname, '../../tools/postgres.ts')
    const words = [tool, process.execPath, join(import.meta.dirname, 'postgis-peer.ts'), folder, String(runs)]
    this.#process = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#process.stdin.on('error', () => {})
    this.#answer = text(this.#process.stdout)
  }

  /** Every so many-th subject of works by name, in turn; nothing to end it. Undefined where it failed. */
  async ask(every: [work: string, every: number][]): Promise<TimesByWork | undefined> {
    this.#process.stdin.end(JSON.stringify(every))
    const last = (await this.#answer).trim().split('\n').at(-1)
    return last?.startsWith('{') ? JSON.parse(last) : undefined
  }
}
