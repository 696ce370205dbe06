import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const bin = (name: string) => join(root, 'node_modules', '.bin', name)

// Tools begin with «env node» and must find the Node that came with the packages, not the machine's.
const path = [dirname(process.execPath), process.env.PATH].join(delimiter)

type StepOptions = {
  environment?: NodeJS.ProcessEnv
  /** Asked to end after so long, killed 20 s later: what hangs fails instead of stopping everything. */
  longestMs?: number
  /** Receives the output as it comes; else it is shown. */
  onOutput?: (text: string) => void
}

/** Runs a program with its output shown; resolves to its exit code, 1 when a signal ended it. */
export function runStep(program: string, words: string[], options: StepOptions = {}): Promise<number> {
  const child = spawn(program, words, {
    cwd: root,
    stdio: options.onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, PATH: path, ...options.environment },
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text))
  const calm = options.longestMs ? limit(child, options.longestMs, words.at(-1) ?? program) : () => {}
  return new Promise((resolve) =>
    // Not «close»: a browser left behind would hold the pipes open.
    child.on('exit', (code) => {
      calm()
      resolve(code ?? 1)
    }),
  )
}

function limit(child: ChildProcess, ms: number, name: string): () => void {
  const timers = [
    setTimeout(() => {
      console.error(`\n✖ ${name}: not ended after ${ms / 1000} s`)
      child.kill('SIGTERM')
    }, ms),
    setTimeout(() => child.kill('SIGKILL'), ms + 20_000),
  ]
  return () => timers.forEach(clearTimeout)
}
