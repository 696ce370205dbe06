import { type Static, Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { fileCase as file } from '../../../kernel/cases/file-case.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { refuseIf } from '../../../kernel/problems/problem.ts'
import { isArea } from '../../casework/api.ts'
import { Land, readLand, wholeLand } from '../../compliance/api.ts'
import { dropDraft } from '../drafts.ts'
import { attachMaterials, mainFacts, missingFiles, projectFacts, proposedSigners } from '../filing.ts'
import { type Item, readItem } from '../items/store.ts'
import { organisationOf } from '../organisations.ts'
import { holdProject } from '../projects.ts'
import { filingProblem, stageProblem } from '../rules/filing.ts'
import { ApplicantKindName, AreaCode, CreditCode, Id, ItemCode, Name, ProjectCode } from '../schema.ts'

const Filing = Type.Object({
  item: ItemCode,
  title: Name,
  areaCode: AreaCode,
  applicant: Type.Object({ name: Name, kind: ApplicantKindName, code: Type.Optional(CreditCode) }),
  data: Type.Record(Type.String(), Type.Unknown()),
  materials: Type.Array(
    Type.Object({
      key: Type.String({ maxLength: 40 }),
      digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Name,
      mediaType: Type.String({ pattern: '^[\\w.+-]+/[\\w.+-]+$', maxLength: 100 }),
    }),
    { maxItems: 200 },
  ),
  land: Type.Optional(Land),
  project: Type.Optional(ProjectCode),
  mainCase: Type.Optional(Id),
  /** the filer has read that the main contract is still open */
  despiteOpenMain: Type.Optional(Type.Boolean()),
  draft: Type.Optional(Id),
})

/** 立案 of an item: form, materials, scope, project and main contract in one act; answers with the number of the receipt. */
export const fileItem = action({
  verb: 'approvals.case.file',
  input: Filing,
  facts: async (
    context,
    { item, areaCode, land, materials, project, mainCase, applicant, despiteOpenMain = false },
  ) => {
    const { trx, files } = context
    const read = await readItem(trx, item)
    return {
      item: read,
      business: (await readProcess(trx, read.process)).business,
      isArea: await isArea(trx, areaCode),
      hasScope: land !== undefined,
      materials: materials.map(({ key }) => key),
      missingFiles: await missingFiles(files, materials),
      applicant: applicant.kind,
      project: await projectFacts(trx, project),
      main: await mainFacts(context, mainCase),
      despiteOpenMain,
    }
  },
  scope: ({ business }, { areaCode: area }) => ({ area, business }),
  refuse: (facts, { areaCode }) => filingProblem(facts, areaCode),
  handle: async (context, input, { item, business }) => {
    if (input.project !== undefined) await refuseTakenStage(context, input.project, item)
    const { id, number, warnings } = await file(context, item.process, await filingOf(context, input, item, business))
    await keepFiling(context, id, input, item)
    await attachMaterials(context, id, new Map(item.materials.map(({ key, title }) => [key, title])), input.materials)
    if (input.draft !== undefined) await dropDraft(context.trx, context.person.id, input.draft)
    return { caseId: id, number, warnings }
  },
  audit: ({ land: _, ...filing }, { caseId, number, warnings }, { item }) => ({
    subject: `case:${caseId}`,
    after: { number, itemVersion: item.version, ...filing, warnings },
  }),
})

/** Asked again when nobody else can file a stage of this project any more. */
async function refuseTakenStage({ trx }: Context, code: string, item: Item): Promise<void> {
  await holdProject(trx, code)
  refuseIf(stageProblem({ item, project: await projectFacts(trx, code) }))
}

async function filingOf(context: Context, input: Static<typeof Filing>, item: Item, business: string) {
  const { title, areaCode, applicant, data, land, project, mainCase } = input
  const cosigners =
    item.cosigners.length > 0
      ? await proposedSigners(context.trx, item.cosigners, { area: areaCode, business })
      : undefined
  return {
    ...{ title, areaCode, data, limitDays: item.promisedDays },
    organisation: await organisationOf(context.trx, item.organisation),
    scope: land && wholeLand(await readLand(context, land)),
    facts: { item: item.code, project: project ?? null, applicant: applicant.name, ...(cosigners && { cosigners }) },
    links: mainCase === undefined ? [] : [{ caseId: mainCase, kind: 'supplement' as const }],
  }
}

async function keepFiling({ trx }: Context, caseId: string, input: Static<typeof Filing>, item: Item): Promise<void> {
  const { project = null, applicant, mainCase = null } = input
  await sql`insert into approval_case (case_id, item, item_version, project, stage, applicant_name, applicant_kind, applicant_code, main_case)
    values (${caseId}, ${item.code}, ${item.version}, ${project}, ${item.stage ?? null}, ${applicant.name}, ${applicant.kind},
      ${applicant.code ?? null}, ${mainCase})`.execute(trx)
}
