/** Stylesheets of a part that comes later are named beside it: its text names them only after this is asked. */
type Beside = { viteMetadata?: { importedCss: Set<string> } }
type Built = ({ type: 'chunk'; code: string } & Beside) | { type: 'asset'; source: string | Uint8Array }
type Bundle = Record<string, Built | undefined>

const textOf = (part: Built | undefined): string =>
  !part ? '' : part.type === 'chunk' ? part.code : String(part.source)

/** Addresses of all that a page needs, whenever it needs it: what its text names, what that names, and so on. */
export function partsOf(bundle: Bundle, page: string): string[] {
  const found = new Set<string>()
  const look = (name: string) => {
    const part = bundle[name]
    if (part?.type === 'chunk') for (const style of part.viteMetadata?.importedCss ?? []) found.add(style)
    for (const [, file] of textOf(bundle[name]).matchAll(
      /((?:assets\/)?[\w.-]+\.(?:js|mjs|css|woff2|png|svg|webmanifest))/g,
    )) {
      const path = bundle[file!] ? file! : `assets/${file}`
      if (!bundle[path] || found.has(path)) continue
      found.add(path)
      look(path)
    }
  }
  look(page)
  return [...found].sort().map((path) => `/${path}`)
}
