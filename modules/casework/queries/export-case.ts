import { Type } from '@sinclair/typebox'
import { strToU8 } from 'fflate'
import { history } from '../../../kernel/cases/history.ts'
import { pausesOf } from '../../../kernel/cases/pause.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { commentsOf } from '../../../kernel/cases/talk/comments.ts'
import { linksOf } from '../../../kernel/cases/talk/links.ts'
import { opinionsOf } from '../../../kernel/cases/talk/opinions.ts'
import { extensionsOf } from '../../../kernel/cases/verbs/extend.ts'
import { areaNameOf, scopeOf, viewTasks } from '../../../kernel/cases/view-case.ts'
import { resourcesOf } from '../../../kernel/documents/resources.ts'
import { localWordsOf } from '../../../kernel/forms/local-dictionaries.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { type Context, type MadeDownload, type PiecesDownload, query } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { filesOf, zipped } from '../case-zip.ts'
import { caseSheet, type SheetContent } from '../rules/case-sheet.ts'
import { printedCodes, type Language as Reading } from '../rules/value-text.ts'
import { Id } from '../schema.ts'

const Language = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))

/** The whole case to take along: a printable page (case.html), its data (case.json) and its files. */
export const exportCase = query({
  name: 'casework.case.export',
  input: Type.Object({ caseId: Id, language: Language }),
  bytes: true,
  handle: async (context, { caseId, language = 'zh' }): Promise<PiecesDownload> => {
    const row = await readSeenCase(context, caseId, 'casework.case.export')
    const content = await contentOf(context, row)
    const parts = [
      { path: 'case.html', bytes: strToU8(await sheetOf(context, content, language)) },
      { path: 'case.json', bytes: strToU8(JSON.stringify(content, null, 1)) },
      ...filesOf(content.resources).map((file) => ({ ...file, path: `files/${file.path}` })),
    ]
    const pieces = await zipped(parts, context.files, context.now)
    return { mediaType: 'application/zip', pieces, fileName: `${row.number}.zip` }
  },
})

/** The same page by itself, for the printer. */
export const printCase = query({
  name: 'casework.case.print',
  input: Type.Object({ caseId: Id, language: Language }),
  bytes: true,
  handle: async (context, { caseId, language = 'zh' }): Promise<MadeDownload> => {
    const row = await readSeenCase(context, caseId, 'casework.case.print')
    const page = await sheetOf(context, await contentOf(context, row), language)
    return { mediaType: 'text/html; charset=utf-8', bytes: strToU8(page) }
  },
})

/** All files of the resource tree, or of one folder, as one ZIP. */
export const downloadAll = query({
  name: 'casework.resource.downloadAll',
  input: Type.Object({ caseId: Id, folder: Type.Optional(Type.String({ maxLength: 200 })) }),
  bytes: true,
  handle: async (context, { caseId, folder }): Promise<PiecesDownload> => {
    const row = await readSeenCase(context, caseId, 'casework.resource.downloadAll')
    const all = await resourcesOf(context.trx, caseId)
    const wanted = folder === undefined ? all : all.filter((one) => one.folder === folder)
    const pieces = await zipped(filesOf(wanted), context.files, context.now)
    return { mediaType: 'application/zip', pieces, fileName: `${row.number} ${folder ?? '材料'}.zip` }
  },
})

async function sheetOf({ trx }: Context, content: SheetContent, language: Reading): Promise<string> {
  const { definitions, values } = content.forms
  return caseSheet(content, language, await localWordsOf(trx, printedCodes(definitions, values)))
}

async function contentOf(context: Context, row: CaseRow) {
  const { id, number, title, business, state, result, data, forms } = row
  const definitions = []
  for (const [key, version] of Object.entries(forms)) definitions.push(await readForm(context.trx, key, version))
  const tasks = await viewTasks(context, id)
  return {
    case: {
      ...{ id, number, title, business, state, result, areaCode: row.area_code },
      areaName: await areaNameOf(context, row.area_code),
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      due: row.due === 'infinity' ? null : row.due,
    },
    process: await readProcess(context.trx, row.process, row.process_version),
    forms: { definitions, values: data },
    tasks: tasks.map(({ form: _, draft: __, issues: ___, verbs: ____, ...task }) => task),
    opinions: await opinionsOf(context, id),
    comments: await commentsOf(context, id),
    history: await history(context, id),
    links: await linksOf(context, id),
    extensions: await extensionsOf(context, id),
    pauses: await pausesOf(context, id),
    resources: await resourcesOf(context.trx, id),
    /** EPSG:4524, metres */
    scope: await scopeOf(context, id),
  }
}
