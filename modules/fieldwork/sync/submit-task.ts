import { sql } from 'kysely'
import { completeTask } from '../../../kernel/cases/complete-task.ts'
import { readTask } from '../../../kernel/cases/standing.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { invalid, type Problem, refuseIf } from '../../../kernel/problems/problem.ts'
import type { Issue } from '../../../kernel/quality/judge.ts'
import { judgeEvidence } from '../../../kernel/quality/judge-evidence.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { overlaps } from '../rules/check-patches.ts'
import { missingKinds, templateFor } from '../rules/photo/template.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { evidenceOf } from './evidence-of.ts'
import { formOf, patchesOf, photosOf } from './field-work.ts'
import { ownTask } from './standing.ts'

/** Hands the work in: refused while classes or evidence are missing, so that the phone hears of it on the spot. */
export async function submitTask(
  { context, device, operation }: Applying,
  { opinion, noEvidence }: PayloadOf<'task.submit'>,
) {
  const { trx, person } = context
  const before = await readTask(context, operation.taskId)
  if (before.state === 'done' && before.done_by === person.id) return { status: 'duplicate' as const }
  const task = await ownTask(context, operation.taskId)
  if (await photosOnTheirWay(trx, device, task.id)) return { status: 'held' as const, waitsFor: 'photo' as const }
  refuseIf(await incomplete(trx, task.case_id, noEvidence))
  const { values } = await formOf(trx, task.case_id)
  const facts = { noEvidence: noEvidence ?? null, fieldTask: task.id }
  await completeTask(context, task.id, { outcome: 'submit', data: values, facts, ...(opinion && { opinion }) })
  return { status: 'applied' as const }
}

/** Named before their bytes arrived: the work is handed in when they are there, not refused for want of them. */
async function photosOnTheirWay(trx: Trx, device: string, taskId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from field_operation where device = ${device} and task_id = ${taskId}
    and waits_for = 'photo' and kind = 'photo.add' limit 1`.execute(trx)
  return rows.length > 0
}

async function incomplete(trx: Trx, caseId: string, noEvidence?: string): Promise<Problem | undefined> {
  const patches = await patchesOf(trx, caseId)
  if (patches.length === 0) return invalid('fieldwork.task.submit.no-patch')
  const unclassed = patches.findIndex(({ DLBM }) => DLBM === null)
  if (unclassed >= 0) return invalid('fieldwork.task.submit.no-class', { patch: unclassed + 1 })
  const [overlap] = overlaps(patches)
  if (overlap) return overlap
  const [fatal] = judgeEvidence(await evidenceOf(trx, caseId, noEvidence ?? null)).filter(
    ({ severity }) => severity === 'A',
  )
  return fatal ? evidenceProblem(fatal) : noEvidence ? undefined : kindsProblem(trx, caseId, patches[0]!.DLBM)
}

/** 举证模板: the kinds of photo that the class asks for. */
async function kindsProblem(trx: Trx, caseId: string, DLBM: string | null): Promise<Problem | undefined> {
  const [first] = missingKinds(templateFor(DLBM), await photosOf(trx, caseId))
  if (!first) return undefined
  const { zh, en } = first.kind.title
  return invalid('fieldwork.task.submit.kinds', { zh, en, missing: first.missing })
}

function evidenceProblem({ id, measure, value, field }: Issue): Problem {
  const title = ruleText(id)?.title
  const params = {
    rule: id,
    zh: title?.zh ?? id,
    en: title?.en ?? id,
    found: measure ?? '',
    wanted: value ?? '',
    field: field ?? '',
  }
  return invalid('fieldwork.task.submit.evidence', params)
}
