import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type County, county, noon, openSurvey, surveyProcess } from '../../kernel/cases/county.testing.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { completeTask } from './actions/complete-task.ts'
import { fileCase } from './actions/file-case.ts'
import { linkCases } from './actions/link-cases.ts'
import { filable } from './queries/filable.ts'
import { viewCase } from './queries/view-case.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await desk(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })

/** The survey of the county, filed at the desk with its own form; its land class is asked for later. */
const filed = {
  ...surveyProcess,
  key: 'test.filed',
  filing: { form: 'test.survey', writable: ['note', 'conclusion'] },
}

async function desk(trx: Parameters<Parameters<typeof inRollback>[0]>[0]): Promise<County> {
  const here = await county(trx)
  await trx
    .withTables<{ area: { code: string; name: string; level: string } }>()
    .insertInto('area')
    .values({ code: '610799102', name: '石泉镇', level: 'town' })
    .execute()
  await publishProcess(trx, filed, null, noon)
  return here
}

const paper = { process: 'test.filed', title: '临时用地', areaCode: '610799102', data: { conclusion: '待查' } }
const square = (x: number, y: number, side: number) => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
]

test(
  'Fang files a case with a form, an extent in degrees and a link; her task is there and the general act does it',
  story(async (here) => {
    const { trx, fang } = here
    const parent = await openSurvey(here)
    const scope = { type: 'Polygon' as const, coordinates: square(107.765, 32.98, 0.001) }
    const links = [{ caseId: parent.id, kind: 'child' as const }]
    const { caseId, number, next } = await act(trx, fang, fileCase, { ...paper, scope, links })
    assert.match(number, /^云调〔\d{4}〕\d{4}号$/)
    assert.deepEqual(
      next.map(({ step }) => step),
      ['screen'],
    )
    const page = await ask(trx, fang, viewCase, { caseId })
    assert.ok(Math.abs(page.scope!.coordinates[0]![0]![0]![0]! - 107.765) < 1e-6)
    assert.deepEqual([page.data, page.links.map(({ id }) => id)], [{ conclusion: '待查' }, [parent.id]])
    assert.ok(page.tasks[0]!.verbs.includes('complete'))
    const taskId = next[0]!.taskId
    const done = await act(trx, fang, completeTask, { taskId, outcome: 'field', data: {}, opinion: '请外业核实' })
    assert.deepEqual([done.number, done.next.map(({ step }) => step), done.ended], [number, ['survey'], null])
    assert.deepEqual(
      (await ask(trx, fang, viewCase, { caseId })).opinions.map(({ text }) => text),
      ['请外业核实'],
    )
  }),
)

test(
  'An extent in metres is taken as it is; one that encloses nothing is refused',
  story(async ({ trx, fang }) => {
    const scope = { type: 'MultiPolygon' as const, coordinates: [square(36_500_000, 3_652_000, 100)] }
    const { caseId } = await act(trx, fang, fileCase, { ...paper, scope })
    assert.ok((await ask(trx, fang, viewCase, { caseId })).scope)
    const line = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [107, 32],
          [107.1, 32],
          [107, 32],
        ],
      ],
    }
    await assert.rejects(act(trx, fang, fileCase, { ...paper, scope: line }), refusal('casework.case.file.no-area'))
  }),
)

test(
  'A form with faults, a field not asked for, an unknown area and a process of a business are refused with what to do',
  story(async ({ trx, fang }) => {
    const file = (more: object) => act(trx, fang, fileCase, { ...paper, ...more })
    await assert.rejects(file({ data: {} }), refusal('cases.file.form-not-complete'))
    await assert.rejects(file({ data: { ...paper.data, DLBM: '0101' } }), refusal('cases.file.form-not-complete'))
    await assert.rejects(file({ areaCode: '610799999' }), refusal('casework.case.file.unknown-area'))
    await assert.rejects(file({ process: 'test.survey' }), refusal('cases.file.not-general'))
    await assert.rejects(file({ process: 'test.none' }), refusal('cases.process.unknown'))
    const organisation = '01939fcb-0000-7000-8000-000000000000'
    await assert.rejects(file({ organisation }), refusal('casework.case.file.unknown-organisation'))
  }),
)

test(
  'Who may not file there is told so, and is offered nothing to file; Fang is offered the one with a filing',
  story(async ({ trx, fang, tao }) => {
    const reader = await settle(trx, { name: '陈晨', verbs: ['casework.process.filable', 'casework.case.view'] })
    await assert.rejects(act(trx, reader, fileCase, paper), refusal('kernel.no-right'))
    assert.deepEqual((await ask(trx, reader, filable, {})).rows, [])
    const { rows } = await ask(trx, fang, filable, {})
    assert.deepEqual(
      rows.map(({ process, form }) => [process, form.key]),
      [['test.filed', 'test.survey']],
    )
    await assert.rejects(act(trx, tao, fileCase, { ...paper, areaCode: '610799102' }), refusal('kernel.no-right'))
  }),
)

test(
  'The general act leaves the tasks of other businesses alone, and the second of two is told who was first',
  story(async (here) => {
    const { trx, fang } = here
    const { task } = await openSurvey(here)
    await assert.rejects(
      act(trx, fang, completeTask, { taskId: task.id, outcome: 'field', data: { conclusion: '待查' } }),
      refusal('casework.task.complete.own-act'),
    )
    const { next } = await act(trx, fang, fileCase, paper)
    const completion = { taskId: next[0]!.taskId, outcome: 'field', data: {} }
    await assert.rejects(
      act(trx, fang, completeTask, { ...completion, revision: 7 }),
      refusal('cases.task.changed-meanwhile'),
    )
    await act(trx, fang, completeTask, completion)
    await assert.rejects(act(trx, fang, completeTask, completion), refusal('cases.task.already-done'))
  }),
)

test(
  'A case that the filer may not see cannot be linked',
  story(async (here) => {
    const { trx, fang, tao } = here
    const { id } = await openSurvey(here)
    await assert.rejects(
      act(trx, tao, fileCase, { ...paper, areaCode: '610799101', links: [{ caseId: id, kind: 'related' }] }),
      refusal('kernel.no-right'),
    )
    const { caseId } = await act(trx, fang, fileCase, paper)
    await act(trx, fang, linkCases, { caseId: id, otherId: caseId, kind: 'supplement' })
  }),
)
