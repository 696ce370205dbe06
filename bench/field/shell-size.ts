import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPages, pagesFolder } from '../../apps/server/build-pages.ts'
import type { Measure } from '../measure.ts'

/** What the phone page loads before anything is on the screen: its HTML and what that names, compressed; the map comes later. */
export async function* shellSize(): AsyncGenerator<Measure> {
  await buildPages()
  const html = readFileSync(join(pagesFolder, 'field', 'index.html'), 'utf8')
  const parts = new Set(['field/index.html'])
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) gather(path!, parts)
  let bytes = 0
  for (const path of parts) bytes += gzipSync(readFileSync(join(pagesFolder, path)), { level: 9 }).length
  yield { work: 'phone page before the map, gzip', value: bytes / 1000, unit: 'kB', aim: 400 }
}

/** With what a part imports at once; what it imports later («import(…)») is not in it. */
function gather(path: string, parts: Set<string>): void {
  if (parts.has(path)) return
  parts.add(path)
  if (!path.endsWith('.js')) return
  const code = readFileSync(join(pagesFolder, path), 'utf8')
  for (const [, file] of code.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]+?\s*from\s*)?["']\.\/([^"']+)["']/g,
  ))
    gather(`assets/${file}`, parts)
}
