import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import type { RangeSource } from '../../../../modules/fieldwork/packages/rules/reference/read-pages.ts'
import { partSource } from '../packages/files.ts'
import type { Edition } from '../packages/kept-package.ts'

const asSource = (name: string, source: RangeSource): Source => ({
  getKey: () => name,
  getBytes: async (at, length): Promise<RangeResponse> => {
    const bytes = await source.read(at, Math.min(length, source.size - at))
    return { data: bytes.slice().buffer }
  },
})

type Open = { folder: string; archives: Map<string, PMTiles> }
let opened: Promise<Open[]> = Promise.resolve([])

/** The packages whose tiles the map shows; those whose files are gone show nothing. */
export function showPackages(editions: readonly Edition[]): Promise<unknown> {
  opened = Promise.all(editions.map(openArchives))
  return opened
}

async function openArchives(edition: Edition): Promise<Open> {
  const archives = new Map<string, PMTiles>()
  for (const { name, kind } of edition.manifest.parts) {
    if (kind !== 'tiles' && kind !== 'imagery') continue
    const source = await partSource(edition, name)
    if (source) archives.set(name, new PMTiles(asSource(`${edition.folder}/${name}`, source)))
  }
  return { folder: edition.folder, archives }
}

/** The tile as each package has it; none where none has. */
export async function tilesOf(part: string, z: number, x: number, y: number): Promise<Uint8Array[]> {
  const found = await Promise.all(
    (await opened).map(({ archives }) =>
      archives
        .get(part)
        ?.getZxy(z, x, y)
        .catch(() => undefined),
    ),
  )
  return found.flatMap((tile) => (tile ? [new Uint8Array(tile.data)] : []))
}
