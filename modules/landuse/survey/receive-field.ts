import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { fieldWorkOf } from '../../fieldwork/api.ts'
import { today } from './rules/today.ts'
import { storePatches, storeSurvey } from './store-patches.ts'
import type { SurveyCase } from './survey-case.ts'

/** 外业接收: what was handed in from the field becomes the survey of the case. The day is that of the last photo. */
export async function receiveField(trx: Trx, survey: SurveyCase, now: Date): Promise<void> {
  const caseId = survey.row.id
  const { patches, photos } = await fieldWorkOf(trx, caseId)
  const { rows } = await sql<{ by: string; at: Date }>`select done_by as by, done_at as at from task
    where case_id = ${caseId} and step = 'field' and state = 'done' order by done_at desc limit 1`.execute(trx)
  const handedIn = rows[0]
  if (!handedIn || patches.length === 0) return
  await storePatches(
    trx,
    survey,
    patches.map(({ id, geometry, DLBM, attributes: { QSXZ, ...attributes }, note }) => ({
      ...{ id, geometry, DLBM, attributes, note },
      QSXZ: typeof QSXZ === 'string' ? QSXZ : null,
    })),
  )
  const last = photos
    .flatMap(({ realAt, takenAt }) => realAt ?? takenAt ?? [])
    .sort((a, b) => b.getTime() - a.getTime())[0]
  const opinion = typeof survey.row.data.surveyOpinion === 'string' ? survey.row.data.surveyOpinion : null
  const surveyedOn = today(last ?? handedIn.at)
  await storeSurvey(trx, caseId, { way: 'field', state: 'submitted', surveyedOn, opinion, by: handedIn.by, now })
}
