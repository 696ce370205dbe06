import type { ClockStart, ExtensionRule } from '../../../kernel/cases/case-process.ts'
import type { End, ServiceTask, Step, Transition, UserTask, Verb } from '../../../kernel/process/model.ts'

/** What every step of an approval lets people do. */
const first: Verb[] = [
  'claim',
  'complete',
  'withdraw',
  'reassign',
  'delegate',
  'circulate',
  'suspend',
  'correction',
  'forcedClaim',
]
const verbs: Verb[] = [...first, 'return', 'sendStraightBack', 'addSigner', 'removeSigner', 'abnormalClosure']

/** 行政许可法 32, 42: the clock begins the day after 受理; who is told nothing within five days counts as accepted. */
export const ACCEPTED: ClockStart = { step: 'accept', way: 'accept', deemedAfter: 5 }
/** 行政许可法 42: ten days more, once, by leave of whoever is in charge of the bureau. */
export const EXTENSION: ExtensionRule = { days: 10, times: 1, role: 'leader' }

export const words = (zh: string, en: string) => ({ title: { zh, en } })

export const way = (name: string, to: string, zh: string, en: string): Transition => ({ name, to, ...words(zh, en) })

type Work = Pick<UserTask, 'id' | 'role'> &
  Partial<Pick<UserTask, 'writable' | 'hidden' | 'limitDays' | 'coSign' | 'verbs'>>

/** Nobody sees empty boxes of what comes later. */
const UNDECIDED = ['section:decision']
const UNEXAMINED = ['section:examination', 'section:decision']
export const GRANTED = ['refusalReason']
export const REFUSED = ['decisionNumber', 'certificateNumber', 'announcedOn', 'validUntil']

/** One person's work on the case's one form. */
export const work =
  (form: string) =>
  (
    zh: string,
    en: string,
    { writable = [], hidden = UNDECIDED, ...step }: Work,
    transitions: Transition[],
  ): UserTask => ({
    kind: 'userTask',
    assignment: 'pool',
    form,
    writable,
    hidden,
    verbs,
    ...words(zh, en),
    ...step,
    transitions,
  })

/** 受理: nothing lies before it, so nothing is returned from it. */
export const atTheWindow = { role: 'window', verbs: first, hidden: UNEXAMINED }

/** 快照归档, then the end: for every result one, since the archive shows how the case ended. */
export const closing = (result: string, zh: string, en: string): (ServiceTask | End)[] => [
  {
    kind: 'serviceTask',
    id: `archive-${result}`,
    ...words('快照归档', 'Snapshot'),
    job: 'casework.case.archive',
    retries: 5,
    transitions: [{ name: 'done', to: result }],
  },
  { kind: 'end', id: result, ...words(zh, en), result },
]

export const closings: Step[] = [
  ...closing('granted', '准予许可', 'Granted'),
  ...closing('refused', '不予许可', 'Refused'),
  ...closing('notAccepted', '不予受理', 'Not accepted'),
]
