import { Type } from '@sinclair/typebox'
import { irregularClosureOf } from '../../../kernel/cases/close-irregularly.ts'
import { coSignProgress } from '../../../kernel/cases/co-sign-progress.ts'
import { handlerOf } from '../../../kernel/cases/handler.ts'
import { type CaseEvent, history } from '../../../kernel/cases/history.ts'
import { lampOf, today } from '../../../kernel/cases/limits.ts'
import { pausesOf } from '../../../kernel/cases/pause.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { scopeOfCase } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { commentsOf } from '../../../kernel/cases/talk/comments.ts'
import { linksOf } from '../../../kernel/cases/talk/links.ts'
import { opinionsOf } from '../../../kernel/cases/talk/opinions.ts'
import { circulationsOf } from '../../../kernel/cases/verbs/circulate.ts'
import { correctionOf } from '../../../kernel/cases/verbs/correction.ts'
import { extensionsOf } from '../../../kernel/cases/verbs/extend.ts'
import { supervisionsOf } from '../../../kernel/cases/verbs/supervise.ts'
import { areaNameOf, scopeOf, viewTasks } from '../../../kernel/cases/view-case.ts'
import { resourcesOf } from '../../../kernel/documents/resources.ts'
import { snapshotOf } from '../../../kernel/documents/snapshots.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { readSeenCase } from '../case-facts.ts'
import { failedWaits } from '../rules/retrying.ts'
import { Id } from '../schema.ts'

/** Everything the case page shows. */
export const viewCase = query({
  name: 'casework.case.view',
  input: Type.Object({ caseId: Id }),
  handle: async (context, { caseId }) => {
    const row = await readSeenCase(context, caseId, 'casework.case.view')
    const { trx, now } = context
    const events = await history(context, caseId)
    const process = await readProcess(trx, row.process, row.process_version)
    return {
      ...(await headOf(context, row)),
      lamp: lampOf(row, today(now)),
      data: row.data,
      scope: inDegrees(await scopeOf(context, caseId)),
      process,
      standing: row.tokens.tokens.map(({ id, step, failed }) => ({ token: id, step, failed: failed === true })),
      incidents: incidentsOf(row, events),
      tasks: await offeredTasks(context, row),
      coSigns: await coSignProgress(context, { row, process }),
      opinions: await opinionsOf(context, caseId),
      comments: await commentsOf(context, caseId),
      history: events,
      resources: await resourcesOf(trx, caseId),
      links: await linksOf(context, caseId),
      extensions: await extensionsOf(context, caseId),
      pauses: await pausesOf(context, caseId),
      circulations: await circulationsOf(context, caseId),
      supervisions: await supervisionsOf(context, caseId),
      correction: (await correctionOf(context, caseId)) ?? null,
      irregularClosure: (await irregularClosureOf(context, caseId)) ?? null,
      snapshotId: (await snapshotOf(trx, caseId)) ?? null,
    }
  },
})

async function headOf(context: Context, row: CaseRow) {
  const { id, number, title, business, state, result, due, revision } = row
  return {
    id,
    number,
    title,
    business,
    state,
    result,
    areaCode: row.area_code,
    areaName: await areaNameOf(context, row.area_code),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    due: due === 'infinity' ? null : due,
    /** the clock counts from here; null: it has not begun */
    clockFrom: row.clock_from,
    /** working days allowed in all */
    limitDays: row.limit_days,
    organisation: row.organisation,
    /** organisations beside it that handle a part */
    handlers: row.handlers,
    revision,
  }
}

/** Automatic steps that have failed and wait for a person to retry them, and why they failed. */
function incidentsOf(row: CaseRow, events: CaseEvent[]) {
  return failedWaits(row).map(({ id, step }) => {
    const event = events.find(({ verb, detail }) => verb === 'incident' && detail.token === id)
    return { step, at: event?.at ?? null, reason: String(event?.detail.reason ?? '') }
  })
}

/** Of what the flow and the rules allow, only what the reader has the right to. Without a filing `complete` is the business's own act. */
async function offeredTasks(context: Context, row: CaseRow) {
  const tasks = await viewTasks(context, row.id)
  const process = await readProcess(context.trx, row.process, row.process_version)
  const mayUse = (step: string, act: string) =>
    (act === 'complete' && !process.filing) ||
    can(context.person, `casework.task.${act}`, scopeOfCase({ ...row, organisation: handlerOf(process, row, step) }))
  return tasks.map((task) => ({ ...task, verbs: task.verbs.filter((act) => mayUse(task.step, act)) }))
}

/** GeoJSON in degrees (CGCS2000), for the web map. */
function inDegrees(scope: MultiPolygon | null) {
  if (!scope) return null
  const zone = zoneOfEpsg(4524)!
  const coordinates = scope.map((polygon) =>
    polygon.map((ring) => ring.map((place) => gaussKrugerInverse(place, zone))),
  )
  return { type: 'MultiPolygon' as const, coordinates }
}
