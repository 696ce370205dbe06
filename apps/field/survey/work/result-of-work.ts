import type { FormValues } from '../../../../kernel/forms/definition.ts'
import type { FormStep } from '../../../../kernel/forms/field-rights.ts'
import type { Finding } from '../../../../modules/fieldwork/rules/completeness/finding.ts'
import {
  evidenceFindings,
  type FieldResult,
  formFindings,
  patchFindings,
} from '../../../../modules/fieldwork/rules/completeness/missing-of.ts'
import { withPhotos } from '../../../../modules/fieldwork/rules/completeness/with-photos.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { today } from '../../../ui/components/day-calendar.ts'
import { knowsCode } from '../../../ui/form/dictionaries.ts'
import type { TaskPackage } from '../../store/answers.ts'
import type { KeptTask } from '../../store/field-database.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { lastMeasure } from '../../sync/clock.ts'
import { groundsOf } from './grounds.ts'
import { photosOfWork, toRule } from './photos-of-work.ts'

/** What the step lets an investigator do with its form. */
export const stepOf = ({ writable, required, hidden }: TaskPackage['form']): FormStep => ({
  writable,
  required,
  hidden,
})

/** The form as it stands: what the case knows, what was saved, what is typed. */
export function formValues({ form, facts }: TaskPackage, filled: FormValues | undefined): FormValues {
  const names = new Set(form.definition?.fields.map(({ name }) => name))
  const known = Object.entries({ ...facts, ...form.values }).filter(([name]) => names.has(name))
  return { ...Object.fromEntries(known), ...filled }
}

/** What would be handed in now, as the rules of completeness want it. */
export function resultOf(work: TaskWork, filled: FormValues | undefined, noEvidence: string | null): FieldResult {
  const { package: held } = work.task
  const { definition } = held!.form
  const photos = photosOfWork(work)
  return {
    template: held!.template ?? undefined,
    range: areaToPlane(held!.range),
    patches: groundsOf(work).map(({ patch: { id, DLBM, attributes = {} }, plane }) => ({ id, DLBM, attributes, geometry: plane })), // biome-ignore format: one line
    photos: photos.map(toRule),
    form: definition && {
      ...{
        definition,
        step: stepOf(held!.form),
        values: withPhotos(
          definition,
          stepOf(held!.form),
          formValues(held!, filled),
          photos.map(({ digest }) => digest),
        ),
      },
      around: { today: today(), knowsCode, scope: held!.range },
    },
    window: windowOf(work.task),
    noEvidence,
  }
}

/** Milliseconds: clocks are not more alike than this. */
const CLOCK_MS = 5 * 60_000

/** By the server's clock; of what was found with this phone and is not there yet only the end is known by it. */
function windowOf({ openedAt, discovery }: KeptTask): FieldResult['window'] {
  const now = Date.now() + (lastMeasure()?.offset ?? 0)
  return { from: discovery ? new Date(0) : new Date(Date.parse(openedAt) - CLOCK_MS), to: new Date(now + CLOCK_MS) }
}

/** What the server would refuse the task for, told where it can still be mended; with what is typed but not saved. */
export function findingsOf(work: TaskWork, filled: FormValues | undefined, noEvidence: string | null): Finding[] {
  const result = resultOf(work, filled, noEvidence)
  const unsaved = groundsOf(work).filter(({ patch }) => patch.isDraft)
  return [
    ...groundFindings(result).patches,
    ...formFindings(result),
    ...groundFindings(result).evidence,
    ...unsaved.map(
      ({ number, patch }): Finding => ({
        ...{ code: 'field.finding.unsaved', params: { patch: number }, place: { tab: 'patches', patchId: patch.id } },
      }),
    ),
  ]
}

type GroundFindings = { patches: Finding[]; evidence: Finding[] }
let known: { of: string; found: GroundFindings } | undefined

/** What the patches and photos lack: with hundreds of photos a second's work, so it is not done again for a letter typed into the form. */
function groundFindings(result: FieldResult): GroundFindings {
  const { form: _, window, template, ...ground } = result
  const of = JSON.stringify([ground, window.from, template])
  if (known?.of !== of) known = { of, found: { patches: patchFindings(result), evidence: evidenceFindings(result) } }
  return known.found
}

/** The page on which a finding is mended. */
export function hrefOf({ place: { tab, patchId, field, kind } }: Finding, taskId: string): string {
  if (tab === 'form') return `#/task/${taskId}/form/${field}`
  if (tab === 'photos') return `#/task/${taskId}/camera/${patchId || '-'}/${kind ?? ''}`
  return patchId ? `#/task/${taskId}/patches/${patchId}` : `#/task/${taskId}/patches`
}
