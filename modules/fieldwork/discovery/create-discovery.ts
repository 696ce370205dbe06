import { sql } from 'kysely'
import { claim } from '../../../kernel/cases/claim.ts'
import { openCase } from '../../../kernel/cases/open-case.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { conflict, forbidden, invalid, Refusal } from '../../../kernel/problems/problem.ts'
import { fieldProcesses } from '../businesses/processes.ts'
import { soundOutline } from '../rules/check-patches.ts'
import { realTimeOf } from '../rules/photo/real-time.ts'
import { areaToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from '../sync/applying.ts'
import { areaCodeOf } from './area-of.ts'

/**
 * 自主发现: opens a case of the business over what was drawn in the field, numbers it, and gives its field task, under the id the device has
 * given it, to who has found it. Patches, photos and form follow as acts on that task; handed in it awaits review like any other.
 */
export async function createDiscovery({ context, operation, clock }: Applying, payload: PayloadOf<'discovery.create'>) {
  const { trx, person } = context
  const { taskId } = operation
  const known = await ownerOf(trx, taskId)
  if (known !== undefined) {
    if (known !== person.id) throw new Refusal(conflict('fieldwork.discovery.create.id-taken', { task: taskId }))
    return { status: 'duplicate' as const }
  }
  const scope = outlineOf(payload.geometry as MultiPolygon)
  const areaCode = await areaFor(context, payload.business, scope)
  const { id, number } = await openCase(context, payload.business, {
    ...{ title: payload.title.trim(), areaCode, scope, taskId },
    data: {
      ...{ selfDiscovered: true, source: 'self', discoveredBy: person.id, description: payload.description ?? null },
      discoveredAt: foundAt(payload, clock, context.now).toISOString(),
    },
  })
  await claim(context, taskId)
  return { status: 'applied' as const, current: { caseId: id, number } }
}

/** By the server's clock where the phone's was measured; never after it was heard of. */
function foundAt({ discoveredAt }: PayloadOf<'discovery.create'>, clock: Applying['clock'], now: Date): Date {
  if (!discoveredAt) return now
  const found = realTimeOf(new Date(discoveredAt), undefined, clock)?.at ?? new Date(discoveredAt)
  return found > now ? now : found
}

async function ownerOf(trx: Context['trx'], taskId: string): Promise<string | undefined> {
  const { rows } = await sql<{ owner: string }>`select coalesce(done_by, assignee)::text as owner from task
    where id = ${taskId}`.execute(trx)
  return rows[0]?.owner
}

function outlineOf(drawn: MultiPolygon): MultiPolygon {
  const outline = soundOutline(areaToPlane(drawn))
  if ('problem' in outline) throw new Refusal(outline.problem)
  return outline.geometry
}

/** Where the case lies; only who may do field work there, in that business, opens one. */
async function areaFor({ trx, person }: Context, business: string, scope: MultiPolygon): Promise<string> {
  if (!fieldProcesses.some(({ key }) => key === business))
    throw new Refusal(invalid('fieldwork.discovery.create.unknown-business', { business }))
  const area = await areaCodeOf(trx, scope)
  if (area === undefined) throw new Refusal(invalid('fieldwork.discovery.create.outside'))
  if (!can(person, 'fieldwork.sync', { area, business }))
    throw new Refusal(forbidden('fieldwork.discovery.create.not-here', { area, business }))
  return area
}
