import { type Static, Type } from '@sinclair/typebox'
import { holdForAct } from '../../../../kernel/cases/act-on-task.ts'
import { claim } from '../../../../kernel/cases/claim.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { action } from '../../../../kernel/http/action.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { conflict, type Problem } from '../../../../kernel/problems/problem.ts'
import { areaToPlane, classProblem, outsideRange, overlaps, soundOutline } from '../../../fieldwork/api.ts'
import { closed } from '../rules/read-vertices.ts'
import { today } from '../rules/today.ts'
import { type NewPatch, storePatches, storeSurvey } from '../store-patches.ts'
import { readSurveyCase, scopeOf, taskAt, wholeRange } from '../survey-case.ts'

const Place = Type.Tuple([Type.Number(), Type.Number()])
const Value = Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Null()])

const PatchInput = Type.Object({
  id: Type.Optional(Type.String({ format: 'uuid' })),
  /** MultiPolygon coordinates in longitude and latitude, as drawn */
  geometry: Type.Optional(Type.Array(Type.Array(Type.Array(Place, { minItems: 4 }), { minItems: 1 }), { minItems: 1 })),
  /** or a ring of eastings and northings in EPSG:4524, as measured */
  vertices: Type.Optional(Type.Array(Place, { minItems: 3, maxItems: 10_000 })),
  DLBM: Type.Optional(Type.Union([Type.String({ maxLength: 5 }), Type.Null()])),
  QSXZ: Type.Optional(Type.Union([Type.String({ maxLength: 2 }), Type.Null()])),
  attributes: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Z]{2,10}$' }), Value)),
  note: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
})

type Outline = { patch: NewPatch } | { problem: Problem }

function outlineOf(input: Static<typeof PatchInput>, place: number): Outline {
  const { geometry, vertices, DLBM = null, QSXZ = null, attributes = {}, note = null } = input
  const drawn = vertices ? [[closed(vertices as Position[])]] : geometry ? areaToPlane(geometry as MultiPolygon) : []
  const sound = soundOutline(drawn)
  if ('problem' in sound) return { problem: { ...sound.problem, params: { ...sound.problem.params, patch: place } } }
  return { patch: { id: input.id ?? newId(), geometry: sound.geometry, DLBM, QSXZ, attributes, note } }
}

/** 内业调查: keeps the patches as they are now; everything given must be right, what is missing may follow. */
export const saveSurvey = action({
  verb: 'landuse.survey.save',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    /** what the page was filled from; absent: whatever is there */
    revision: Type.Optional(Type.Integer({ minimum: 0 })),
    patches: Type.Array(PatchInput, { maxItems: 500 }),
    surveyedOn: Type.Optional(Type.String({ format: 'date' })),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  async facts({ trx, now }, { caseId, patches }) {
    const task = await taskAt(trx, caseId, 'office', 'field')
    return {
      task,
      survey: await readSurveyCase(trx, caseId),
      outlines: patches.map((patch, i) => outlineOf(patch, i + 1)),
      today: today(now),
    }
  },
  scope: ({ task }) => scopeOf(task),
  refuse({ survey, outlines, today }, { revision, surveyedOn }) {
    const current = survey.survey?.revision ?? 0
    if (revision !== undefined && revision !== current)
      return conflict('landuse.survey.save.changed-meanwhile', { revision: current })
    if (surveyedOn !== undefined && surveyedOn > today)
      return { code: 'landuse.survey.save.future-date', status: 422, params: { date: surveyedOn, today } }
    return patchProblem(outlines, wholeRange(survey))
  },
  async handle(context, { caseId, surveyedOn, opinion }, { task, survey, outlines }) {
    const { trx, person, now } = context
    const { task: row } = await holdForAct(context, task.id, 'complete')
    if (row.state === 'open') await claim(context, task.id)
    const patches = outlines.flatMap((outline) => ('patch' in outline ? [outline.patch] : []))
    await storePatches(trx, survey, patches)
    const kept = { way: task.step as 'office' | 'field', state: 'draft' as const, by: person.id, now }
    const told = {
      surveyedOn: surveyedOn ?? survey.survey?.surveyedOn ?? today(now),
      opinion: opinion ?? survey.survey?.opinion ?? null,
    }
    return { revision: await storeSurvey(trx, caseId, { ...kept, ...told }), patches: patches.map(({ id }) => id) }
  },
  audit: ({ caseId }, { revision }, { survey, outlines }) => ({
    subject: `case:${caseId}`,
    before: { patches: survey.patches.length },
    after: { revision, patches: outlines.length },
  }),
})

function patchProblem(outlines: readonly Outline[], range: MultiPolygon): Problem | undefined {
  for (const outline of outlines) {
    if ('problem' in outline) return outline.problem
    const { patch } = outline
    const problem =
      classProblem({ ...patch, attributes: { ...patch.attributes, QSXZ: patch.QSXZ } }) ??
      outsideRange(patch.id, patch.geometry, range)
    if (problem) return problem
  }
  return overlaps(outlines.flatMap((outline) => ('patch' in outline ? [outline.patch] : [])))[0]
}
