import type { CaseProcess } from '../../../kernel/cases/case-process.ts'
import { inspectModel } from '../../../kernel/process/check.ts'
import { isFeel } from '../../../kernel/process/feel.ts'
import type { Step } from '../../../kernel/process/model.ts'
import { checkFacts } from './check-facts.ts'
import { checkForms } from './check-forms.ts'
import { asFinding, type Finding, finding } from './finding.ts'
import type { KnownNames } from './known.ts'
import { readDesign } from './read-design.ts'
import { keepsShippedSteps } from './shipped-steps.ts'

/**
 * Everything that keeps a design from being published (errors), or that its author should look at (warnings): soundness of
 * the flow, names that nobody knows, forms and their fields, numbers, separation of duties. `shipped`: the program's own
 * version of the process, whose steps its code relies on.
 */
export function checkDesign(process: CaseProcess, known: KnownNames, shipped?: CaseProcess): Finding[] {
  const names = {
    roles: known.roles.map(({ code }) => code),
    forms: ['', ...known.forms.map(({ key }) => key)],
    jobs: known.jobs,
    decisions: known.decisions.flatMap(({ key, versions }) => [
      key,
      ...versions.map(({ table }) => `${key}@${table.version}`),
    ]),
    processes: known.processes.map(({ key }) => key),
    isExpression: isFeel,
  }
  return [
    ...checkSettings(process),
    ...(process.steps.some(({ kind }) => WORK.includes(kind)) ? [] : [finding('nothing-to-do')]),
    ...inspectModel(process, names).filter((one) => !isSaidOtherwise(one, process)),
    ...checkForms(process, known),
    ...checkFacts(process, known),
    ...checkSeparation(process),
    ...(shipped ? keepsShippedSteps(process, shipped) : []),
  ]
}

/** The same for a drawing: what cannot be read is a finding, too. */
export async function checkDrawing(
  xml: string,
  known: KnownNames,
  shipped?: CaseProcess,
): Promise<{ process?: CaseProcess; findings: Finding[] }> {
  const reading = await readDesign(xml)
  if ('problems' in reading) return { findings: reading.problems.map(asFinding) }
  return { process: reading.process, findings: checkDesign(reading.process, known, shipped) }
}

/** What has not been chosen yet is told as such (check-forms.ts), and what a step allows by default is nobody's mistake. */
function isSaidOtherwise({ problem, step }: Finding, { steps }: CaseProcess): boolean {
  if (problem.params?.name === '' && problem.code.startsWith('process.model.unknown-')) return true
  const told = steps.find(({ id }) => id === step)
  const isDefault = told?.kind === 'userTask' && told.verbs.join(' ') === 'claim complete return'
  return isDefault && problem.code === 'process.model.return-nowhere'
}

/** Without any of these a case would end the moment it begins. */
const WORK: Step['kind'][] = ['userTask', 'serviceTask', 'subCase']

const BUSINESS = /^[a-z][a-zA-Z0-9-]*(\.[a-z][a-zA-Z0-9-]*)*$/

function checkSettings({ business, numbers, title }: CaseProcess): Finding[] {
  const serials = numbers.match(/\{serial(:\d+)?\}/g)?.length ?? 0
  const foreign = numbers.replace(/\{(serial(:\d+)?|year|area)\}/g, '').match(/\{[^}]*\}?/)
  return [
    ...(title.zh.trim() === '' ? [finding('no-title')] : []),
    ...(BUSINESS.test(business) ? [] : [finding('no-business', { business })]),
    ...(serials === 1 ? [] : [finding('numbers-without-serial', { numbers, example: '{serial:4}' })]),
    ...(foreign ? [finding('numbers-unknown-part', { part: foreign[0], known: '{year} {area} {serial:4}' })] : []),
  ]
}

/** A step kept apart from itself, or from what nobody does, would keep nobody away. */
function checkSeparation({ separation = {}, steps }: CaseProcess): Finding[] {
  const tasks = steps.filter(({ kind }) => kind === 'userTask').map(({ id }) => id)
  return Object.entries(separation).flatMap(([step, others]) =>
    others
      .filter((other) => other === step || !(tasks.includes(other) || other === 'opener' || other.startsWith('data.')))
      .map((other) => finding('separated-from-no-task', { step, other })),
  )
}
