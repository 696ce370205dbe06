import './formats.ts'
import { Value } from '@sinclair/typebox/value'
import { sql } from 'kysely'
import { claim } from '../../../kernel/cases/claim.ts'
import { later } from '../../../kernel/db/packets.ts'
import { forbidden, invalid, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import { createDiscovery } from '../discovery/create-discovery.ts'
import { noSurveyRequested, returnRequested, withdrawRequested } from '../dispatch/sync/commands.ts'
import { upcast } from '../rules/upcast.ts'
import { zeroIn } from '../rules/zero-character.ts'
import { type Answer, type Kind, type PayloadOf, payloads } from '../schema.ts'
import { addFile } from './add-file.ts'
import { addPhoto } from './add-photo.ts'
import type { Applying } from './applying.ts'
import { notePhoto, removePhoto } from './change-photo.ts'
import { saveForm } from './save-form.ts'
import { savePatch } from './save-patch.ts'
import { readFieldTask } from './standing.ts'
import { submitTask } from './submit-task.ts'

type Outcome = Omit<Answer, 'id'>

/** Does one operation by itself: a refusal leaves nothing of it behind but its answer. */
export async function applyOperation(applying: Applying): Promise<Outcome> {
  const { context, operation, batch } = applying
  const isPlain = isPlainSave(applying)
  if (!isPlain) await later(context.trx, sql`savepoint one_operation`)
  try {
    const outcome = await perform(applying)
    if (!isPlain) await later(context.trx, sql`release savepoint one_operation`)
    if (operation.kind.startsWith('task.')) batch?.held.clear()
    return outcome
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!isPlain) await undo(applying)
    return { status: statusOf(error.problem), problem: error.problem }
  }
}

/** Refused, if at all, before the one write it makes: on a task that the batch holds already there is nothing to undo. */
const isPlainSave = ({ operation: { kind, taskId }, batch }: Applying): boolean =>
  (kind === 'patch.save' || kind === 'form.save') && batch?.held.has(taskId) === true

/** With what the act has learnt: it may have been of its own making. */
async function undo({ context, batch }: Applying): Promise<void> {
  await sql`rollback to savepoint one_operation`.execute(context.trx)
  batch?.held.clear()
  batch?.known.clear()
}

/** Work that came too late or for somebody else's task is held for a person to decide; what is wrong in itself is set apart. */
const HELD = new Set([
  'fieldwork.device.revoked',
  'cases.task.already-done',
  'cases.task.cancelled',
  'cases.task.suspended',
  'cases.task.with-other',
  'cases.task.not-in-pool',
  'cases.is-suspended',
  'cases.already-closed',
  'documents.resource.archived',
])

function statusOf({ code }: Problem): 'held' | 'conflict' | 'quarantined' {
  if (HELD.has(code)) return 'held'
  return code === 'cases.task.changed-meanwhile' ? 'conflict' : 'quarantined'
}

async function perform(applying: Applying): Promise<Outcome> {
  const { kind, protocol } = applying.operation
  if (!isKind(kind)) throw new Refusal(invalid('fieldwork.sync.unknown-kind', { kind }))
  if (applying.isRevoked) throw new Refusal(forbidden('fieldwork.device.revoked', { device: applying.device }))
  const payload = upcast(protocol, kind, applying.operation.payload)
  refuseMisshapen(kind, payload)
  if (kind === 'task.claim') return claimTask(applying)
  if (kind === 'patch.save') return savePatch(applying, payload as PayloadOf<'patch.save'>)
  if (kind === 'photo.add') return addPhoto(applying, payload as PayloadOf<'photo.add'>)
  if (kind === 'file.add') return addFile(applying, payload as PayloadOf<'file.add'>)
  if (kind === 'photo.remove') return removePhoto(applying, payload as PayloadOf<'photo.remove'>)
  if (kind === 'photo.note') return notePhoto(applying, payload as PayloadOf<'photo.note'>)
  if (kind === 'discovery.create') return createDiscovery(applying, payload as PayloadOf<'discovery.create'>)
  if (kind === 'form.save') return saveForm(applying, payload as PayloadOf<'form.save'>)
  if (kind === 'task.return') return returnRequested(applying, payload as PayloadOf<'task.return'>)
  if (kind === 'task.withdraw') return withdrawRequested(applying)
  if (kind === 'task.noSurvey') return noSurveyRequested(applying, payload as PayloadOf<'task.noSurvey'>)
  return submitTask(applying, payload as PayloadOf<'task.submit'>)
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(payloads, kind)

function refuseMisshapen(kind: Kind, payload: unknown): void {
  const fault = Value.Errors(payloads[kind], payload).First()
  const where = fault ? fault.path.slice(1).replaceAll('/', '.') : zeroIn(payload)
  if (fault || where) throw new Refusal(invalid('fieldwork.sync.misshapen', { where: where.replaceAll('\0', '␀') }))
}

/** Claiming what one already holds is nothing new. */
async function claimTask({ context, operation }: Applying): Promise<Outcome> {
  const before = await readFieldTask(context.trx, operation.taskId)
  const { state, assignee } = before
  if (state === 'claimed' && assignee === context.person.id) return { status: 'duplicate' }
  const { revision } = await claim(context, operation.taskId)
  return { status: 'applied', revision }
}
