import type { EvidenceAdapter, EvidenceCase, PackageFile } from '../evidence-case.ts'
import { photoRows } from '../photo-row.ts'
import { csvTables } from '../tables.ts'
import { writeDatabase } from '../write-database.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** A number of a case as a folder of any system. */
export const folderOf = ({ number }: Pick<EvidenceCase, 'number'>) => number.replace(/[\\/:*?"<>|\s]/g, '_')

/** Photos under their 32-character names, by case. */
export function photoFiles(
  cases: readonly EvidenceCase[],
  root: string,
): { files: PackageFile[]; pathOf: Map<string, string> } {
  const pathOf = new Map<string, string>()
  const files = cases.flatMap((one) =>
    photoRows(one).map(({ photo: { id, digest, size }, row }): PackageFile => {
      const path = `${root}/${folderOf(one)}/${row.FILE}`
      pathOf.set(id, path)
      return { path, digest, size }
    }),
  )
  return { files, pathOf }
}

/** Our own layout: evidence.db, photos by case, two tables. */
export const neutral: EvidenceAdapter = {
  name: 'neutral',
  title: { zh: '通用成果包（SQLite＋照片＋CSV）', en: 'Neutral package (SQLite, photos, CSV)' },
  files(cases) {
    const { files, pathOf } = photoFiles(cases, 'photos')
    const { patches, photos } = csvTables(cases, pathOf)
    return [
      { path: 'evidence.db', bytes: writeDatabase(cases, pathOf) },
      { path: 'patches.csv', bytes: utf8(patches) },
      { path: 'photos.csv', bytes: utf8(photos) },
      ...files,
    ]
  },
}

/** Tables and photos only, for whoever works with spreadsheets. */
export const tablesOnly: EvidenceAdapter = {
  name: 'csv',
  title: { zh: '照片＋CSV 清单', en: 'Photos and CSV lists' },
  files(cases) {
    const { files, pathOf } = photoFiles(cases, 'photos')
    const { patches, photos } = csvTables(cases, pathOf)
    return [{ path: 'patches.csv', bytes: utf8(patches) }, { path: 'photos.csv', bytes: utf8(photos) }, ...files]
  },
}
