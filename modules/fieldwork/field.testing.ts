import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { tablesOf } from '../../kernel/cases/work.ts'
import type { Trx } from '../../kernel/db/database.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../kernel/identity/people.ts'
import type { IdentityTables } from '../../kernel/identity/tables.ts'
import { EAST, loadRow, NORTH, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { testFiles } from '../../testing/act.ts'
import { placeToDegrees } from './rules/plane.ts'
import type { Kind, Operation } from './schema.ts'

const title = (zh: string) => ({ title: { zh, en: zh } })

/** A case of one field task. */
export const fieldProcess: CaseProcess = {
  key: 'test.field',
  version: 1,
  ...title('外业'),
  business: 'landuse',
  numbers: '外〔{year}〕{serial:4}',
  start: 'field',
  steps: [
    {
      ...{
        kind: 'userTask',
        id: 'field',
        ...title('外业举证'),
        role: 'investigator',
        assignment: 'pool',
        form: '',
        writable: [],
      },
      verbs: ['claim', 'complete', 'reassign', 'forcedClaim'],
      transitions: [{ name: 'submit', to: 'end' }],
    },
    { kind: 'end', id: 'end', ...title('办结'), result: 'completed' },
  ],
}

/** For tests only: two investigators, a case over the first two of three base patches, its field task. */
export async function fieldStation(trx: Trx) {
  const tables = trx.withTables<IdentityTables>()
  const organisation = newId()
  await tables
    .insertInto('organisation')
    .values({ id: organisation, code: 'institute', name: '云中测绘院', parent: null })
    .execute()
  await tables
    .insertInto('role')
    .values({ code: 'investigator', title_zh: '外业', title_en: 'Field', verbs: ['fieldwork.*'] })
    .execute()
  const hire = async (login: string, name: string): Promise<Person> => {
    const id = await addPerson(trx, { login, name, organisation })
    await grantRole(trx, { person: id, role: 'investigator', area: '610799' })
    return (await loadPerson(trx, id))!
  }
  const [madong, yangfan] = [await hire('madong', '马东'), await hire('yangfan', '杨帆')]
  await loadRow(trx, 3)
  const now = new Date()
  await publishProcess(trx, fieldProcess, null, now)
  const work = { trx, person: madong, now }
  const opened = await openCase(work, 'test.field', {
    title: '图斑',
    areaCode: '610799101201',
    scope: plot(0, 0, 200, 100),
  })
  const taskId = opened.tasks[0]!.id
  const taskState = async () =>
    (await tablesOf({ trx }).selectFrom('task').select('state').where('id', '=', taskId).executeTakeFirstOrThrow())
      .state
  return { trx, madong, yangfan, caseId: opened.id, taskId, work, taskState }
}

const at = (x: number, y: number): Position => placeToDegrees([EAST + x, NORTH + y])

/** A rectangle in degrees, metres from the corner of the sample patches. */
export const box = (...[x0, y0, x1, y1]: [number, number, number, number]) => [
  [[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]],
]

type Draft = Omit<Operation, 'sequence' | 'previousHash' | 'hash'>

export const operation = (
  kind: Kind,
  taskId: string,
  payload: Record<string, unknown> = {},
  baseRevision?: number,
): Draft => ({
  ...{ id: newId(), kind, taskId, payload },
  ...(baseRevision !== undefined && { baseRevision }),
})

export async function photo(taskId: string, azimuth: number, content = `photo ${azimuth}`): Promise<Draft> {
  const jpeg = Buffer.concat([Buffer.from('ffd8ffdb000300', 'hex'), Buffer.from(content), Buffer.from('ffd9', 'hex')])
  const { digest } = await testFiles.put(jpeg)
  const taken = {
    digest,
    mediaType: 'image/jpeg',
    takenAt: new Date().toISOString(),
    position: at(60, 50),
    accuracy: 3,
    azimuth,
    pitch: 0,
    roll: 0,
  }
  return operation('photo.add', taskId, taken)
}

/** A day's work: claim, one house drawn, four photos round, submit. */
export async function dayOfWork(taskId: string, patchId = newId()): Promise<Draft[]> {
  return [
    operation('task.claim', taskId),
    operation('patch.save', taskId, { patchId, geometry: box(20, 20, 60, 60), DLBM: '0702' }, 0),
    ...(await Promise.all([0, 90, 180, 270].map((azimuth) => photo(taskId, azimuth)))),
    operation('form.save', taskId, { values: {} }),
    operation('task.submit', taskId, { opinion: '现场为农村宅基地' }),
  ]
}
