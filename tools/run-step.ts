import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const bin = (name: string) => join(root, 'node_modules', '.bin', name)

// Tools begin with «env node» and must find the Node that came with the packages, not the machine's.
const path = [dirname(process.execPath), process.env.PATH].join(delimiter)

/** Runs a program with its output shown; resolves to its exit code. */
export function runStep(program: string, words: string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(program, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...environment },
  })
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}
