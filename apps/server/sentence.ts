import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../../kernel/problems/problem.ts'
import type { Sentences } from '../../kernel/problems/sentences.ts'
import { root } from './config.ts'

/** A refusal as the terminal shows it, in both languages; the bare code where no sentence is known. */
export async function sentenceOf({ code, params = {} }: Problem): Promise<string> {
  for (const path of globSync('{kernel,modules}/**/texts.ts', { cwd: root })) {
    const tables: Record<string, Sentences> = await import(pathToFileURL(join(root, path)).href)
    for (const table of Object.values(tables)) {
      const known = table[code]
      if (known) return [known.zh, known.en].map((text) => fill(text, params)).join('\n')
    }
  }
  return `${code} ${JSON.stringify(params)}`
}

const fill = (text: string, params: NonNullable<Problem['params']>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
