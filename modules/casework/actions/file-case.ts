import { Type } from '@sinclair/typebox'
import { fileCase as file } from '../../../kernel/cases/file-case.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { action } from '../../../kernel/http/action.ts'
import { itemsByProcess } from '../../approvals/api.ts'
import { readSeenCase } from '../case-facts.ts'
import { isArea, isOrganisation } from '../filing-facts.ts'
import { movedNext } from '../moved.ts'
import { refuseFiling } from '../rules/filing.ts'
import { Id, LinkKind } from '../schema.ts'
import { GeoJsonArea, readScope } from '../scope.ts'

/** 立案 of any process that has a filing form; answers with the number and who has it next. */
export const fileCase = action({
  verb: 'casework.case.file',
  input: Type.Object({
    process: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    areaCode: Type.String({ pattern: '^[0-9]{2,19}$' }),
    organisation: Type.Optional(Id),
    scope: Type.Optional(GeoJsonArea),
    data: Type.Record(Type.String(), Type.Unknown()),
    links: Type.Optional(Type.Array(Type.Object({ caseId: Id, kind: LinkKind }), { maxItems: 20 })),
  }),
  facts: async (context, { process, areaCode, organisation, links = [] }) => {
    for (const { caseId } of links) await readSeenCase(context, caseId, 'casework.case.view')
    return {
      process: await readProcess(context.trx, process),
      item: (await itemsByProcess(context.trx)).get(process),
      isArea: await isArea(context.trx, areaCode),
      isOrganisation: organisation === undefined || (await isOrganisation(context.trx, organisation)),
    }
  },
  scope: ({ process: { business } }, { areaCode: area, organisation }) => ({ area, business, organisation }),
  refuse: (facts, { areaCode }) => refuseFiling(facts, areaCode),
  handle: async (context, { process, scope, ...filing }) => {
    const { id, number, tasks, warnings } = await file(context, process, {
      ...filing,
      scope: scope && readScope(scope),
    })
    return { caseId: id, number, next: movedNext(tasks), warnings }
  },
  audit: ({ process, title, areaCode, data, links }, { caseId, number }) => ({
    subject: `case:${caseId}`,
    after: { number, process, title, areaCode, data, links },
  }),
})
