import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { gaussKrugerForward, zoneOfEpsg } from '../../kernel/geometry/projection/gauss-kruger.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import type { UserTask, Verb } from '../../kernel/process/model.ts'
import type { Stage } from '../browser.ts'
import { personOf } from '../world.ts'

const words = (zh: string, en: string) => ({ title: { zh, en } })

const form: FormDefinition = {
  key: 'story.permit',
  version: 1,
  ...words('临时用地申请表', 'Temporary use of land'),
  fields: [
    { name: 'QLR', type: 'text', required: true, searchable: true, ...words('申请人', 'Applicant') },
    { name: 'purpose', type: 'text', searchable: true, ...words('用途', 'Purpose') },
    { name: 'finding', type: 'multiline', ...words('审查情况', 'Finding') },
  ],
}

const VERBS: Verb[] = [
  ...(['claim', 'complete', 'return', 'sendStraightBack', 'withdraw', 'reassign', 'delegate', 'circulate'] as const),
  ...(['suspend', 'correction', 'forcedClaim', 'abnormalClosure', 'addSigner', 'removeSigner'] as const),
]

const task = (id: string, zh: string, en: string, role: string, to: [string, string, string][]): UserTask => ({
  ...{
    kind: 'userTask',
    id,
    role,
    verbs: VERBS,
    form: form.key,
    writable: ['finding'],
    assignment: 'pool',
    limitDays: 5,
  },
  ...words(zh, en),
  transitions: to.map(([name, step, label]) => ({ name, to: step, ...words(label, name) })),
})

const process = {
  ...{
    key: 'story.permit',
    version: 1,
    business: 'story',
    numbers: '临〔{year}〕{serial:4}号',
    start: 'accept',
    limitDays: 20,
  },
  ...words('临时用地', 'Temporary use of land'),
  filing: { form: form.key, writable: ['QLR', 'purpose'] },
  steps: [
    task('accept', '受理', 'Acceptance', 'officer', [['pass', 'review', '提交审核']]),
    task('review', '审核', 'Review', 'reviewer', [['grant', 'end', '同意']]),
    { kind: 'end' as const, id: 'end', ...words('办结', 'Closed'), result: 'completed' },
  ],
}

const PEOPLE = ['王建军', '李秀英', '张三丰', '云中建设集团', '东关村村委会']
const PURPOSES = ['便道', '取土场', '材料堆场', '拌合站']
const TOWNS = ['610799100', '610799101', '610799102']
const DAY = 86_400_000

/** A square of 60 m about the place, EPSG:4524. */
function square(place: Position): Position[][][] {
  const [x, y] = gaussKrugerForward(place, zoneOfEpsg(4524)!)
  return [
    [
      [
        [x, y],
        [x + 60, y],
        [x + 60, y + 60],
        [x, y + 60],
        [x, y],
      ],
    ],
  ]
}

/** A desk that has been at work for `days`: `count` cases over three towns, the older ones late. Answers with their ids. */
export async function settleDesk({ world }: Stage, count: number, days = 60): Promise<string[]> {
  const person = await personOf(world, 'caijing')
  return inTransaction(world.database.db, async (trx) => {
    await publishForm(trx, form, null, new Date())
    await publishProcess(trx, process, null, new Date())
    const ids: string[] = []
    for (let i = 0; i < count; i++) {
      const now = new Date(Date.now() - ((count - i) / count) * days * DAY)
      const who = PEOPLE[i % PEOPLE.length]!
      const opened = await openCase({ trx, person, now }, process.key, {
        title: `${who}${PURPOSES[i % PURPOSES.length]}临时用地`,
        areaCode: TOWNS[i % TOWNS.length]!,
        organisation: person.organisation.id,
        data: { QLR: who, purpose: PURPOSES[i % PURPOSES.length] },
        scope: square([107.765 + (i % 6) * 0.004, 32.968 + Math.floor(i / 6) * 0.003]),
      })
      ids.push(opened.id)
    }
    return ids
  })
}
