import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf } from '../county.testing.ts'
import { suspend } from '../pause.ts'
import { countBox } from './count-boxes.ts'
import { foldTasks } from './fold-tasks.ts'
import { searchCases } from './search-cases.ts'
import { worklist } from './worklist.ts'
import type { Box } from './worklist-filter.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))

async function sendToField(here: County, title: string, areaCode = '610799102') {
  const { id, task } = await openSurvey(here, { title, areaCode })
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return openTaskOf(here, id)
}

const titles = async (here: County, person: County['fang'], box: Box, filter = {}) =>
  (await worklist(here.as(person), { box, ...filter })).items.map(({ title }) => title)

test(
  'Each finds on the desk what is theirs to do: by role, by town, and not what others hold',
  story(async (here) => {
    await sendToField(here, '甲', '610799101')
    const held = await sendToField(here, '乙')
    await openSurvey(here, { title: '丙' })
    assert.deepEqual(await titles(here, here.qiang, 'todo'), ['甲', '乙'])
    assert.deepEqual(await titles(here, here.tao, 'todo'), ['甲'])
    assert.deepEqual(await titles(here, here.fang, 'todo'), ['丙'])
    assert.deepEqual(await titles(here, here.fang, 'done'), ['乙', '甲'])
    assert.deepEqual(await titles(here, here.li, 'todo'), [])
    await claim(here.as(here.qiang), held.id)
    assert.deepEqual(await titles(here, here.min, 'todo'), ['甲'])
    assert.deepEqual(await titles(here, here.qiang, 'doing'), ['乙'])
    await suspend(here.as(here.li), held.case_id, { kind: 'suspension', reason: '等待批文' })
    assert.deepEqual(await titles(here, here.qiang, 'doing'), [])
    assert.deepEqual(await titles(here, here.qiang, 'suspended'), ['乙'])
    const counts = []
    for (const box of ['todo', 'doing', 'suspended', 'done'] as const)
      counts.push((await countBox(here.as(here.qiang), box)).total)
    assert.deepEqual(counts, [1, 0, 1, 0])
  }),
)

test(
  'Qiang filters his to-do list by town, text and lamp',
  story(async (here) => {
    await sendToField(here, '砖厂扩建 100%', '610799101')
    await sendToField(here, '鱼塘')
    assert.deepEqual(await titles(here, here.qiang, 'todo', { area: '610799101' }), ['砖厂扩建 100%'])
    assert.deepEqual(await titles(here, here.qiang, 'todo', { text: '100%' }), ['砖厂扩建 100%'])
    assert.deepEqual(await titles(here, here.qiang, 'todo', { text: '云调〔2026〕0002' }), ['鱼塘'])
    assert.deepEqual(await titles(here, here.qiang, 'todo', { business: 'cadastre' }), [])
    assert.deepEqual(await titles(here, here.qiang, 'todo', { lamp: 'red' }), [])
    const later = { ...here, as: (person: County['fang'] | null) => here.as(person, new Date('2026-11-25T04:00:00Z')) }
    assert.deepEqual(await titles(later, here.qiang, 'todo', { lamp: 'red' }), ['砖厂扩建 100%', '鱼塘'])
    assert.equal((await countBox(later.as(here.qiang), 'todo')).red, 2)
    const [item] = (await worklist(later.as(here.qiang), { box: 'todo' })).items
    assert.deepEqual([item?.due, item?.lamp, item?.stepTitle?.zh], ['2026-11-23', 'red', 'survey'])
  }),
)

test(
  'Qiang pages through seven tasks by threes and meets each once',
  story(async (here) => {
    for (let i = 0; i < 7; i++) await sendToField(here, `图斑 ${i}`)
    const met: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await worklist(here.as(here.qiang), { box: 'todo', limit: 3, after })
      met.push(...page.items.map(({ title }) => title))
      if (page.next === null) break
      after = page.next
    }
    assert.deepEqual(
      met,
      [0, 1, 2, 3, 4, 5, 6].map((i) => `图斑 ${i}`),
    )
    await assert.rejects(worklist(here.as(here.qiang), { box: 'todo', after: 'nonsense' }), /bad-cursor/)
  }),
)

test(
  'Cases are found by number, text, area and place, and only where the person may look',
  story(async (here) => {
    const ring = (x: number): [number, number][] => [
      [x, 3652000],
      [x + 9, 3652000],
      [x + 9, 3652009],
      [x, 3652000],
    ]
    await openSurvey(here, { title: '东', areaCode: '610799101', scope: [[ring(36500000)]] })
    await openSurvey(here, { title: '西', scope: [[ring(36400000)]] })
    const find = async (person: County['fang'], search = {}) =>
      (await searchCases(here.as(person), 'casework.case.search', search)).items.map(({ title }) => title).toSorted()
    assert.deepEqual(await find(here.fang), ['东', '西'])
    assert.deepEqual(await find(here.tao), ['东'])
    assert.deepEqual(await find(here.fang, { box: [36499000, 3651000, 36501000, 3653000] }), ['东'])
    assert.deepEqual(await find(here.fang, { number: '云调〔2026〕0002号' }), ['西'])
    assert.deepEqual(await find(here.fang, { text: '云调', area: '610799102', state: 'running' }), ['西'])
    const { items } = await searchCases(here.as(here.fang, noon), 'casework.case.search', { text: '东' })
    assert.deepEqual(items[0]?.extent, [36500000, 3652000, 36500009, 3652009])
    const nobody = { ...here.fang, rights: [] }
    assert.deepEqual(await find(nobody), [])
  }),
)

test(
  'rights that overlap show a task once, and are counted once',
  story(async (here) => {
    await sendToField(here, '甲', '610799101')
    await sendToField(here, '乙', '610799102')
    await sendToField(here, '丙', '610799103007')
    // Counted by cells where these know, by tasks below a town.
    await foldTasks(here.as(null))
    const [own] = here.qiang.rights
    const held = (...more: object[]) => ({ ...here.qiang, rights: more.map((one) => ({ ...own!, ...one })) })
    const rights = [
      [{ area: '610799' }, { area: '610799101' }],
      [
        { area: '610799103007' },
        { area: '610799102' },
        { area: '610799101', business: own!.business },
        { area: '610799101' },
      ],
      [{ area: '610799103007' }, { area: '610799', business: own!.business }],
      [{ area: '610799101' }, { area: '610799', business: own!.business }, { area: '610799' }],
      [
        { area: '610799101' },
        { area: '610799102' },
        { area: '610799103', business: '*' },
        { area: '6107', organisation: null },
      ],
    ]
    for (const some of rights) {
      const person = held(...some)
      assert.deepEqual(await titles(here, person, 'todo'), ['甲', '乙', '丙'], JSON.stringify(some))
      assert.equal((await countBox(here.as(person), 'todo')).total, 3)
    }
    assert.deepEqual(await titles(here, held({ area: '610799102' }, { area: '610799101' }), 'todo'), ['甲', '乙'])
  }),
)
