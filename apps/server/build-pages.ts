import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './config.ts'
import { progressBar } from './progress.ts'

export const pagesFolder = join(root, 'dist', 'web')

/** Builds the pages when their sources have changed since the last build. */
export async function buildPages(): Promise<void> {
  const stamp = join(pagesFolder, '.sources')
  const wanted = digestOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const bar = progressBar('构建页面 · Building the pages')
  const { build } = await import('vite')
  await build({ configFile: join(root, 'apps', 'web', 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, wanted)
  bar.end()
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  const sources = globSync(['apps/{web,ui,field}/**/*', 'modules/**/*', 'kernel/**/*', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
  const paths = sources
    .filter((entry) => entry.isFile() && !/\.(test|testing)\.ts$|\.sql$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}
