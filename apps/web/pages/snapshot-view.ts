import type { FormDefinition, FormValues } from '../../../kernel/forms/definition.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { ProcessModel } from '../../../kernel/process/model.ts'
import type { AnswerOf } from '../../ui/api-types.ts'
import type { CaseEvent, Opinion } from '../../ui/case-view.ts'
import { toDegrees } from '../../ui/map/working-system.ts'

export type SnapshotView = AnswerOf<'casework.snapshot.view'>
type Manifest = NonNullable<SnapshotView['manifest']>

/** The parts of a sealed case that the page draws; the manifest keeps them as plain JSON. */
export type Sealed = {
  forms: { definitions: FormDefinition[]; values: FormValues }
  opinions: Opinion[]
  history: CaseEvent[]
  process: ProcessModel
  scope: { type: 'MultiPolygon'; coordinates: MultiPolygon } | null
}

export function sealedParts({ forms, opinions, history, process, scope }: Manifest): Sealed {
  return {
    forms: forms as Sealed['forms'],
    opinions: opinions as Opinion[],
    history: history as CaseEvent[],
    process: process as ProcessModel,
    scope: inDegrees(scope as { coordinates: MultiPolygon } | null),
  }
}

const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Forms of steps the case never came to hold nothing and are left out. */
export const filledForms = ({ definitions, values }: Sealed['forms']): FormDefinition[] =>
  definitions.filter(({ fields }) => fields.some(({ name }) => isFilled(values[name])))

/** The scope is sealed in the working system, every digit kept. */
function inDegrees(scope: { coordinates: MultiPolygon } | null): Sealed['scope'] {
  if (!scope) return null
  const coordinates = scope.coordinates.map((polygon) => polygon.map((ring) => ring.map(toDegrees)))
  return { type: 'MultiPolygon', coordinates }
}
