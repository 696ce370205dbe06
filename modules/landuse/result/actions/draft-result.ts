import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import { action, type Context } from '../../../../kernel/http/action.ts'
import { addItems, type NewItem } from '../../../../kernel/layers/change-sets/add-items.ts'
import { checkChangeSet } from '../../../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../../../kernel/layers/change-sets/create.ts'
import { conflict, invalid, Refusal } from '../../../../kernel/problems/problem.ts'
import { today } from '../../survey/rules/today.ts'
import { tasksAt } from '../../survey/survey-case.ts'
import { baseAround } from '../base-around.ts'
import { levellingOf } from '../levelling.ts'
import { numberingFor } from '../numbering.ts'
import { keepProcess, keepResult, scopeOfSet } from '../result-set.ts'
import { draftResult, type ResultDraft } from '../rules/draft-result.ts'
import { surveyedPatches } from '../surveyed-patches.ts'

/** 成果生成: one change set that cuts what the surveys of the cases found into the base map. Nothing changes yet. */
export const draftResultSet = action({
  verb: 'landuse.result.draft',
  input: Type.Object({
    caseIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200, uniqueItems: true }),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  async facts({ trx }, { caseIds }) {
    const tasks = await tasksAt(trx, caseIds, ['result'])
    return {
      cases: tasks.map(({ caseId: id, number, areaCode, business }) => ({ id, number, areaCode, business })),
      taken: await takenBy(trx, caseIds),
    }
  },
  scope: scopeOfSet,
  refuse({ cases, taken }, { caseIds }) {
    if (taken) return conflict('landuse.result.draft.in-another', taken)
    if (cases.length < caseIds.length)
      return conflict('landuse.result.draft.not-at-result', { asked: caseIds.length, ready: cases.length })
    return undefined
  },
  async handle(context, { caseIds, title }, { cases }) {
    const draft = await makeDraft(context, caseIds)
    const name = title ?? `${cases[0]!.number}${cases.length > 1 ? ` 等 ${cases.length} 件` : ''}成果变更`
    return keepDraft(context, draft, caseIds, name)
  },
  audit: ({ caseIds }, { changeSetId, created, retired }) => ({
    subject: `changeSet:${changeSetId}`,
    after: { caseIds, created, retired },
  }),
})

/** A set that is still being worked on, or has been applied and stands, has the case. */
async function takenBy(
  trx: Trx,
  caseIds: readonly string[],
): Promise<{ number: string; title: string; state: string } | undefined> {
  const { rows } = await sql<{ number: string; title: string; state: string }>`select c.number, s.title, s.state
    from landuse_result_case l join landuse_result r on r.change_set = l.change_set join change_set s on s.id = l.change_set join case_ c on c.id = l.case_id
    where l.case_id = any(${[...caseIds]}::uuid[]) and s.state <> 'abandoned' and r.reverted_by is null limit 1`.execute(
    trx,
  )
  return rows[0]
}

async function makeDraft({ trx, now }: Context, caseIds: readonly string[]): Promise<ResultDraft> {
  const surveyed = await surveyedPatches(trx, caseIds)
  const base = await baseAround(
    trx,
    surveyed.map(({ geometry }) => geometry),
  )
  const numbering = await numberingFor(trx, base)
  // Drafts have queued for their numbers here: whoever was quicker may have taken one of the cases.
  const taken = await takenBy(trx, caseIds)
  if (taken) throw new Refusal(conflict('landuse.result.draft.in-another', taken))
  const changedOn = today(now)
  const draft = draftResult(base, surveyed, { year: Number(changedOn.slice(0, 4)), changedOn, numbering })
  if ('problems' in draft) throw new Refusal(draft.problems[0]!)
  if (draft.created.length === 0)
    throw new Refusal(invalid('landuse.result.draft.nothing-changes', { cases: caseIds.length }))
  return draft
}

export function itemsOf({ retired, created, touched }: ResultDraft): NewItem[] {
  return [
    ...created.map(
      ({ attributes, geometry, parents }): NewItem => ({
        layer: 'DLTB',
        kind: 'create',
        attributes,
        geometry,
        parents,
      }),
    ),
    ...retired.map(
      ({ id, version }): NewItem => ({ layer: 'DLTB', kind: 'retire', featureId: id, baseVersion: version }),
    ),
    ...touched.map(
      ({ patch, geometry }): NewItem => ({
        layer: 'DLTB',
        kind: 'modify',
        featureId: patch.id,
        baseVersion: patch.version,
        geometry,
      }),
    ),
  ]
}

async function keepDraft({ trx, person, now }: Context, draft: ResultDraft, caseIds: readonly string[], title: string) {
  const changeSetId = await createChangeSet(trx, { title, caseIds, by: person.id, now })
  const ids = await addItems(trx, changeSetId, itemsOf(draft))
  const { state, problems } = await checkChangeSet(trx, changeSetId, now)
  await keepResult(trx, changeSetId, {
    notes: draft.notes,
    problems,
    levelling: levellingOf(draft),
    caseIds,
    by: person.id,
    now,
  })
  await keepProcess(trx, changeSetId, draft, ids)
  const counts = { created: draft.created.length, retired: draft.retired.length, touched: draft.touched.length }
  return { changeSetId, state, problems, notes: draft.notes.length, ...counts }
}
