import { sql } from 'kysely'
import { today } from '../limits.ts'
import { type NoticeKind, notify } from '../talk/notices.ts'
import { handBack } from '../verbs/delegations.ts'
import type { CaseWork } from '../work.ts'

type Passed = { case_id: string; person: string; number: string; text: string; until: string; kind: NoticeKind }

/** Days that were named and have passed: each is told once, to whoever named it. Returns how many. */
export async function remindOfPassedDays(work: CaseWork, limit = 200): Promise<number> {
  const passed = [...(await unanswered(work, limit)), ...(await notResumed(work, limit))]
  for (const { case_id: caseId, person, kind, number, text, until } of passed) {
    await notify(work, [person], { caseId, kind, params: { number, text, until } })
  }
  return passed.length
}

/** 督办 nobody has answered. */
async function unanswered(work: CaseWork, limit: number): Promise<Passed[]> {
  const { rows } = await sql<Passed>`update supervision s set told_at = ${work.now} from case_ c
    where c.id = s.case_id and s.id in (select id from supervision where ended_at is null and answered_at is null
      and told_at is null and until < ${today(work.now)}::date order by until limit ${limit} for update skip locked)
    returning s.case_id, s.by as person, c.number, s.text, s.until, 'supervisionOverdue' as kind`.execute(work.trx)
  return rows
}

/** 挂起, 公示 … that should be over, and 补正 the applicant has not answered. */
async function notResumed(work: CaseWork, limit: number): Promise<Passed[]> {
  const { rows } = await sql<Passed>`update case_pause p set told_at = ${work.now} from case_ c
    where c.id = p.case_id and c.state = 'suspended' and p.id in (select id from case_pause where ended_at is null
      and told_at is null and until < ${today(work.now)}::date order by until limit ${limit} for update skip locked)
    returning p.case_id, p.began_by as person, c.number, p.reason as text, p.until,
      case p.kind when 'correction' then 'correctionOverdue' else 'pauseOverdue' end as kind`.execute(work.trx)
  return rows
}

type Lending = { from_person: string; to_person: string; business: string; area_code: string }

/** Delegations whose last day has passed: what the stand-in still holds goes back. Returns how many tasks did. */
export async function endPassedDelegations(work: CaseWork): Promise<number> {
  const { rows } =
    await sql<Lending>`update delegation set ended_at = ${work.now} where id in (select id from delegation
      where ended_at is null and until_day < ${today(work.now)}::date for update skip locked)
    returning from_person, to_person, business, area_code`.execute(work.trx)
  let tasks = 0
  for (const lending of rows) tasks += await handBack(work, lending)
  return tasks
}
