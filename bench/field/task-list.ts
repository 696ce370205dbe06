import { indexTasks } from '../../apps/field/tasks/rules/index-tasks.ts'
import type { ListedTask } from '../../apps/field/tasks/rules/listed-task.ts'
import { nothingLocal } from '../../apps/field/tasks/rules/local-state.ts'
import { emptyFilter, pickTasks } from '../../apps/field/tasks/rules/task-index.ts'
import { type Measure, numbersFrom, percentile } from '../measure.ts'

const ROUNDS = 30

/** A list of so many tasks as the phone holds it: what one keystroke, one change of order and one page cost (this machine, no page). */
export function* taskList(count: number): Generator<Measure> {
  const random = numbersFrom(7)
  const rows = Array.from({ length: count }, (_, n) => taskOf(n, random))
  const begun = performance.now()
  const index = indexTasks(rows)
  const made = performance.now() - begun
  const place: [number, number] = [107.77, 32.98]
  const keys = times(
    () => void pickTasks(index, { ...emptyFilter, text: String(Math.floor(random() * 1000)) }, 'due', place),
  )
  const near = times(
    () => void pickTasks(index, { ...emptyFilter, tab: 'todo' }, 'distance', [107.5 + random(), 32.5 + random()]),
  )
  const name = count.toLocaleString('en').replaceAll(',', ' ')
  yield { work: `list of ${name} tasks: made ready once`, value: made, unit: 'ms', aim: 2000 }
  yield { work: 'the same: a keystroke of the search, p95', value: percentile(keys, 0.95), unit: 'ms', aim: 100 }
  yield { work: 'the same: nearest first from a new place, p95', value: percentile(near, 0.95), unit: 'ms', aim: 100 }
}

const times = (work: () => void): number[] =>
  Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export function taskOf(n: number, random: () => number): ListedTask {
  const centre: [number, number] = [107 + random(), 32 + random()]
  const words = { zh: '外业举证', en: 'Field' }
  return {
    ...{
      id: idOf(n),
      caseId: idOf(n),
      number: `外〔2026〕${n}`,
      title: `图斑 ${n} 疑似建设`,
      step: 'field',
      stepTitle: words,
    },
    ...{
      business: 'landuse',
      businessTitle: words,
      areaCode: `610799${100 + (n % 20)}`,
      areaName: '某镇',
      state: 'open',
      mine: n % 3 === 0,
    },
    ...{
      holder: null,
      reason: 'open',
      openedAt: new Date(1.79e12 - n * 1000).toISOString(),
      claimedAt: null,
      doneAt: null,
    },
    ...{ due: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`, revision: 1, patches: 0, photos: n % 5, centre },
    ...{
      box: [centre[0], centre[1], centre[0] + 0.001, centre[1] + 0.001],
      area: 900,
      noSurvey: null,
      isDiscovered: false,
    },
    local: nothingLocal,
  } as unknown as ListedTask
}
