import { Type } from '@sinclair/typebox'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { type MadeDownload, query } from '../../../kernel/http/action.ts'
import { writeDmn } from '../../../kernel/process/decision/write-dmn.ts'
import { publishedContent } from '../designs.ts'
import { writeDesign } from '../rules/write-design.ts'
import { type DesignKind, Key, Kind, Version } from '../schema.ts'
import { readDecision } from '../versions.ts'

const Named = Type.Object({ kind: Kind, key: Key, version: Version })

/** A version as it was drawn; one that came with the program is laid out anew. */
export const viewVersion = query({
  name: 'processes.version.view',
  input: Named,
  handle: async ({ trx }, { kind, key, version }) => ({ content: await contentOf(trx, kind, key, version) }),
})

/** The same as a file any BPMN 2.0 or DMN 1.3 tool reads. */
export const exportVersion = query({
  name: 'processes.version.export',
  input: Named,
  bytes: true,
  async handle({ trx }, { kind, key, version }): Promise<MadeDownload> {
    const content = await contentOf(trx, kind, key, version)
    const fileName = `${key}-${version}.${kind === 'process' ? 'bpmn' : 'dmn'}`
    return { mediaType: 'application/xml', bytes: new TextEncoder().encode(content), fileName }
  },
})

async function contentOf(trx: Trx, kind: DesignKind, key: string, version: number): Promise<string> {
  const drawn = await publishedContent(trx, kind, key, version)
  if (drawn) return drawn.content
  return kind === 'process'
    ? writeDesign(await readProcess(trx, key, version))
    : writeDmn(await readDecision(trx, key, { version }))
}
