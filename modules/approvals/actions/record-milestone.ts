import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { dayOf } from '../../../kernel/calendar/day.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict, invalid, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { holdProject, readProject, stageFacts } from '../projects.ts'
import { lifeCycle, STAGES, stageWord } from '../rules/stages.ts'
import { Name, ProjectCode, StageName } from '../schema.ts'

/** A stage another authority has decided (施工许可 is the housing authority's), by number and day of its document. */
export const recordMilestone = action({
  verb: 'approvals.project.recordMilestone',
  input: Type.Object({
    project: ProjectCode,
    stage: StageName,
    number: Name,
    authority: Name,
    decidedOn: Type.String({ format: 'date' }),
  }),
  facts: async ({ trx, now }, { project }) => {
    const found = await readProject(trx, project)
    if (!found) throw new Refusal(notFound('approvals.project.unknown'))
    const standing = lifeCycle((await stageFacts(trx, [project])).get(project) ?? [])
    return { area: found.area, standing, today: dayOf(now.getTime()) }
  },
  scope: ({ area }) => ({ area }),
  refuse: ({ standing, today }, { stage, decidedOn, project }) => {
    if (decidedOn > today) return invalid('approvals.project.recordMilestone.in-future', { day: decidedOn })
    const own = standing.find((one) => one.stage === stage)!
    if (own.state === 'done' || own.state === 'running')
      return conflict('approvals.case.file.stage-taken', { stage: stageWord(stage), number: own.number! })
    const before = standing[STAGES.indexOf(stage) - 1]
    return before && before.state !== 'done'
      ? conflict('approvals.case.file.stage-not-done', { project, stage: stageWord(before.stage) })
      : undefined
  },
  handle: async ({ trx, person, now }, { project, stage, number, authority, decidedOn }) => {
    await holdProject(trx, project)
    const { numAffectedRows } =
      await sql`insert into project_milestone (project, stage, number, authority, decided_on, recorded_at, recorded_by)
      values (${project}, ${stage}, ${number}, ${authority}, ${decidedOn}, ${now}, ${person.id}) on conflict do nothing`.execute(
        trx,
      )
    if (numAffectedRows !== 1n)
      throw new Refusal(conflict('approvals.case.file.stage-taken', { stage: stageWord(stage), number }))
  },
  audit: ({ project, ...milestone }) => ({ subject: `project:${project}`, after: milestone }),
})
