import { Type } from '@sinclair/typebox'
import { isInPool } from '../../../kernel/cases/pool-rule.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readCase, stepOf } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { forbidden, Refusal } from '../../../kernel/problems/problem.ts'
import type { UserTask } from '../../../kernel/process/model.ts'
import { usualLimits } from '../../../kernel/quality/rules/evidence/evidence.ts'
import { areaToDegrees, placeToDegrees } from '../rules/plane.ts'
import { formOf, patchesOf, photosOf } from '../sync/field-work.ts'
import { rangeOf, readFieldTask } from '../sync/standing.ts'
import { dictionariesOf } from '../templates/form-package.ts'
import { templateOfTask } from '../templates/store.ts'

/** Metres round the range that a phone gets the base map of. */
const AROUND = 100
const LAYERS: [name: string, fields: string[]][] = [
  ['DLTB', ['TBBH', 'DLBM', 'DLMC', 'QSXZ', 'QSDWMC', 'ZLDWMC', 'TBMJ']],
  ['YJJBNT', []],
  ['STBHHX', []],
]

/** Everything a phone needs to work on one task without a network. Places in longitude and latitude. */
export const viewFieldTask = query({
  name: 'fieldwork.task.view',
  input: Type.Object({ taskId: Type.String({ format: 'uuid' }) }),
  async handle({ trx, person }, { taskId }) {
    const task = await readFieldTask(trx, taskId)
    if (task.assignee !== person.id && !isInPool(person, task))
      throw new Refusal(forbidden('cases.task.not-in-pool', { step: task.step, role: task.role, area: task.area_code }))
    const row = await readCase({ trx }, task.case_id)
    const process = await readProcess(trx, row.process, row.process_version)
    const step = stepOf(process, task.step)
    const range = await rangeOf(trx, row.id)
    return {
      ...{ id: task.id, caseId: row.id, number: row.number, title: row.title, step: task.step, stepTitle: step.title },
      ...{ state: task.state, mine: task.assignee === person.id, revision: task.revision, facts: row.data },
      range: areaToDegrees(range),
      patches: (await patchesOf(trx, row.id)).map((patch) => ({ ...patch, geometry: areaToDegrees(patch.geometry) })),
      photos: (await photosOf(trx, row.id)).map((photo) => ({
        ...photo,
        position: photo.position && placeToDegrees(photo.position),
      })),
      form: await formPart(trx, row, step),
      template: (await templateOfTask(trx, task.business, task.opened_at)) ?? null,
      evidence: usualLimits,
      layers: await layersAround(trx, range),
    }
  },
})

/** The step's form in the version of the case, its rights by field, and the bureau's code tables it names. */
async function formPart(trx: Trx, { id, forms }: CaseRow, { form, writable, required, hidden }: UserTask) {
  const definition = form ? await readForm(trx, form, forms[form]) : null
  return {
    ...{ definition, writable, required: required ?? [], hidden: hidden ?? [] },
    dictionaries: definition ? await dictionariesOf(trx, definition) : [],
    ...(await formOf(trx, id)),
  }
}

async function layersAround(trx: Trx, range: MultiPolygon) {
  const [minX, minY, maxX, maxY] = boundingBox(range)
  const within: Box = [minX - AROUND, minY - AROUND, maxX + AROUND, maxY + AROUND]
  const layers: {
    name: string
    features: { id: number; attributes: Record<string, unknown>; geometry: MultiPolygon }[]
  }[] = []
  for (const [name, fields] of LAYERS) {
    const features = await readFeatures(trx, name, { within, limit: 500 })
    layers.push({
      name,
      features: features.map(({ id, attributes, geometry }) => ({
        id,
        attributes: Object.fromEntries(fields.map((field) => [field, attributes[field] ?? null])),
        geometry: areaToDegrees(geometry),
      })),
    })
  }
  return layers
}
