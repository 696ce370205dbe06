import type { TaskRow } from '../../../../kernel/cases/tables.ts'
import { can, type Person } from '../../../../kernel/identity/can.ts'
import { conflict, forbidden, type Problem } from '../../../../kernel/problems/problem.ts'

export type Dispatching = {
  task: Pick<TaskRow, 'area_code' | 'business' | 'organisation' | 'state' | 'step' | 'revision' | 'assignee'>
  number: string
  /** organisation of whoever has the task now */
  heldIn: string | null
  /** the administrator's own organisation and those below it */
  own: ReadonlySet<string>
  person: Person
}

/** Why the administrator may not give this task out: another's organisation, an area without right, somebody else's hands. */
export function dispatchProblem(
  verb: string,
  { task, number, heldIn, own, person }: Dispatching,
  revision?: number,
): Problem | undefined {
  const { area_code: area, business, organisation } = task
  if (!can(person, verb, { area, business, organisation: organisation ?? undefined }))
    return forbidden('fieldwork.dispatch.no-right', { number, area })
  if (organisation !== null && !own.has(organisation))
    return forbidden('fieldwork.dispatch.other-organisation', { number })
  if (heldIn !== null && !own.has(heldIn)) return forbidden('fieldwork.dispatch.held-elsewhere', { number })
  return revision !== undefined && revision !== task.revision
    ? conflict('cases.task.changed-meanwhile', { step: task.step })
    : undefined
}

/** Only people of the administrator's own organisation are given tasks. */
export const receiverProblem = (
  receiver: { name: string; organisation: string } | undefined,
  own: ReadonlySet<string>,
): Problem | undefined =>
  receiver && own.has(receiver.organisation)
    ? undefined
    : forbidden('fieldwork.dispatch.person-elsewhere', { name: receiver?.name ?? '' })
