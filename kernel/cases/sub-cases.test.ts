import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import type { Step, UserTask } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { closeIrregularly, proposeIrregularClosure } from './close-irregularly.ts'
import { completeTask } from './complete-task.ts'
import { type County, county, noon, openTaskOf } from './county.testing.ts'
import { history } from './history.ts'
import { openCase } from './open-case.ts'
import { resume, suspend } from './pause.ts'
import { publishProcess } from './publish-process.ts'
import { readCase, readTask } from './standing.ts'
import { linkCases, linksOf } from './talk/links.ts'
import { scopeOf } from './view-case.ts'
import { retryService } from './waits.ts'

const title = { zh: '环节', en: 'Step' }

const task = (id: string, ways: [string, string][]): UserTask => ({
  kind: 'userTask',
  id,
  title,
  role: 'reviewer',
  verbs: ['claim', 'complete'],
  form: '',
  writable: [],
  assignment: 'pool',
  transitions: ways.map(([name, to]) => ({ name, to })),
})

const end = (id: string): Step => ({ kind: 'end', id, title, result: id })

/** 子案: one opinion, agreed or refused. */
const opinion: CaseProcess = {
  key: 'test.opinion',
  version: 1,
  title,
  business: 'landuse',
  numbers: '意{serial}',
  start: 'give',
  steps: [
    task('give', [
      ['agree', 'agreed'],
      ['refuse', 'refused'],
    ]),
    end('agreed'),
    end('refused'),
  ],
}

/** 主案: asks for an opinion by a child case, and decides by its result. */
const main: CaseProcess = {
  key: 'test.main',
  version: 1,
  title,
  business: 'landuse',
  numbers: '主{serial}',
  start: 'ask',
  steps: [
    {
      kind: 'subCase',
      id: 'ask',
      title,
      process: 'test.opinion',
      inputs: { subject: 'kind' },
      outputs: { adviser: 'adviser' },
      transitions: [
        { name: 'agreed', to: 'decide' },
        { name: 'refused', to: 'rejected' },
      ],
    },
    task('decide', [['done', 'completed']]),
    end('completed'),
    end('rejected'),
  ],
}

const square: [number, number][][][] = [
  [
    [
      [36500000, 3652000],
      [36500100, 3652000],
      [36500100, 3652100],
      [36500000, 3652000],
    ],
  ],
]

async function opened(here: County) {
  await publishProcess(here.trx, opinion, null, noon)
  await publishProcess(here.trx, main, null, noon)
  const request = { title: '临时用地', areaCode: '610799102', scope: square, data: { kind: '临时' } }
  const { id } = await openCase(here.as(here.fang), 'test.main', request)
  const [child] = await linksOf(here, id)
  return { id, child: child!.id, task: await openTaskOf(here, child!.id) }
}

const story = (tell: (here: County, begun: Awaited<ReturnType<typeof opened>>) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await tell(here, await opened(here))
  })

const verbs = async (here: County, id: string) => (await history(here, id)).map(({ verb }) => verb)

test(
  'A child case opens with its parent’s place and title; when it ends the parent goes on with what it found',
  story(async (here, { id, child, task: give }) => {
    const row = await readCase(here, child)
    assert.deepEqual(
      [row.number, row.title, row.data, row.opened_by],
      ['意1', '临时用地', { subject: '临时' }, here.fang.id],
    )
    assert.deepEqual(await scopeOf(here, child), await scopeOf(here, id))
    await completeTask(here.as(here.li), give.id, { outcome: 'agree', facts: { adviser: '孙丽' } })
    const decide = await openTaskOf(here, id)
    assert.equal(decide.step, 'decide')
    assert.equal((await readCase(here, id)).data.adviser, '孙丽')
    assert.deepEqual(await verbs(here, id), ['open', 'openChild', 'childEnded'])
    assert.equal((await completeTask(here.as(here.li), decide.id, {})).ended, 'completed')
  }),
)

test(
  'A refusing child ends its parent in the same act',
  story(async (here, { id, task: give }) => {
    assert.equal((await completeTask(here.as(here.li), give.id, { outcome: 'refuse' })).ended, 'refused')
    const row = await readCase(here, id)
    assert.deepEqual([row.state, row.result], ['ended', 'rejected'])
  }),
)

test(
  'The child ends while the parent is suspended: the parent goes on when it is resumed',
  story(async (here, { id, task: give }) => {
    await suspend(here.as(here.fang), id, { kind: 'suspension', reason: '等待' })
    await completeTask(here.as(here.li), give.id, { outcome: 'agree' })
    assert.equal((await readCase(here, id)).state, 'suspended')
    await resume(here.as(here.fang), id)
    assert.equal((await openTaskOf(here, id)).step, 'decide')
  }),
)

test(
  'The parent is closed irregularly: the child is closed with it',
  story(async (here, { id, child, task: give }) => {
    await proposeIrregularClosure(here.as(here.fang), id, '撤回申请')
    await closeIrregularly(here.as(here.li), id)
    assert.equal((await readCase(here, child)).state, 'closedIrregularly')
    assert.equal((await readTask(here, give.id)).state, 'cancelled')
    assert.equal((await verbs(here, child)).at(-1), 'closeIrregularly')
  }),
)

test(
  'The child is closed irregularly: the parent shows it, and another child is opened on demand',
  story(async (here, { id, child }) => {
    await proposeIrregularClosure(here.as(here.fang), child, '重复')
    await closeIrregularly(here.as(here.li), child)
    const { tokens } = await readCase(here, id)
    const failed = tokens.tokens.find((token) => token.failed)
    assert.ok(failed)
    assert.deepEqual((await verbs(here, id)).slice(-2), ['childEnded', 'incident'])
    await retryService(here.as(here.li), id, failed.id)
    const again = (await linksOf(here, id)).find((link) => link.id !== child)
    assert.equal(again?.state, 'running')
    await completeTask(here.as(here.li), (await openTaskOf(here, again!.id)).id, { outcome: 'agree' })
    assert.equal((await openTaskOf(here, id)).step, 'decide')
  }),
)

test('并联审批: a child for each bureau that is to agree; when all have, the parent goes on with what each said', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, opinion, null, noon)
    const [ask, ...others] = main.steps as [Extract<Step, { kind: 'subCase' }>, ...Step[]]
    const each = { ...ask, each: 'bureaus', inputs: { subject: 'item' } }
    await publishProcess(trx, { ...main, key: 'test.each', steps: [each, ...others] }, null, noon)
    const request = { title: '联合审批', areaCode: '610799102', data: { bureaus: ['水利', '林业', '交通'] } }
    const { id } = await openCase(here.as(here.fang), 'test.each', request)
    const children = await linksOf(here, id)
    const subjects = []
    for (const child of children) subjects.push((await readCase(here, child.id)).data.subject)
    assert.deepEqual(subjects, ['水利', '林业', '交通'])
    assert.deepEqual(
      children.map(({ title }) => title),
      ['联合审批 · 水利', '联合审批 · 林业', '联合审批 · 交通'],
    )
    for (const child of children.slice(0, 2)) {
      const give = await openTaskOf(here, child.id)
      await completeTask(here.as(here.li), give.id, { outcome: 'agree', facts: { adviser: child.number } })
    }
    assert.deepEqual(await verbs(here, id), ['open', 'openChild', 'openChild', 'openChild', 'childEnded', 'childEnded'])
    const last = await openTaskOf(here, children[2]!.id)
    await completeTask(here.as(here.li), last.id, { outcome: 'agree', facts: { adviser: children[2]!.number } })
    assert.equal((await openTaskOf(here, id)).step, 'decide')
    assert.deepEqual((await readCase(here, id)).data.adviser, ['意1', '意2', '意3'])
  }))

test('One bureau refuses: the parent ends at once, and the opinions of the others are called off', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    await publishProcess(trx, opinion, null, noon)
    const [ask, ...others] = main.steps as [Extract<Step, { kind: 'subCase' }>, ...Step[]]
    await publishProcess(
      trx,
      { ...main, key: 'test.each', steps: [{ ...ask, each: 'bureaus' }, ...others] },
      null,
      noon,
    )
    const request = { title: '联合审批', areaCode: '610799102', data: { bureaus: ['水利', '林业'] } }
    const { id } = await openCase(here.as(here.fang), 'test.each', request)
    const [one, two] = await linksOf(here, id)
    await completeTask(here.as(here.li), (await openTaskOf(here, one!.id)).id, { outcome: 'refuse' })
    assert.equal((await readCase(here, id)).result, 'rejected')
    assert.equal((await readCase(here, two!.id)).state, 'closedIrregularly')
  }))

test('A signal reaches the linked case that waits for it, and no other', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const waiting: CaseProcess = {
      ...opinion,
      key: 'test.waiting',
      start: 'wait',
      steps: [
        { kind: 'receive', id: 'wait', title, event: 'land.surveyed', transitions: [{ name: 'on', to: 'agreed' }] },
        end('agreed'),
      ],
    }
    const telling: CaseProcess = {
      ...opinion,
      key: 'test.telling',
      steps: [
        task('give', [['agree', 'tell']]),
        { kind: 'throw', id: 'tell', title, event: 'land.surveyed', transitions: [{ name: 'on', to: 'agreed' }] },
        end('agreed'),
      ],
    }
    for (const process of [waiting, telling]) await publishProcess(trx, process, null, noon)
    const open = (process: string) => openCase(here.as(here.fang), process, { title: process, areaCode: '610799102' })
    const [linked, stranger, teller] = [
      await open('test.waiting'),
      await open('test.waiting'),
      await open('test.telling'),
    ]
    await linkCases(here.as(here.fang), teller.id, linked.id, 'related')
    await completeTask(here.as(here.li), teller.tasks[0]!.id, { outcome: 'agree' })
    assert.equal((await readCase(here, linked.id)).state, 'ended')
    assert.equal((await readCase(here, stranger.id)).state, 'running')
    assert.deepEqual((await verbs(here, linked.id)).slice(-2), ['receive', 'end'])
  }))
