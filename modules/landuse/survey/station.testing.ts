import { sql } from 'kysely'
import { ensureRoles } from '../../../apps/server/roles.ts'
import { openCase } from '../../../kernel/cases/open-case.ts'
import type { ServiceInput } from '../../../kernel/cases/store-advance.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { addPerson, grantRole, loadPerson } from '../../../kernel/identity/people.ts'
import type { AnyJob, JobRun } from '../../../kernel/jobs/job.ts'
import { startJob } from '../../../kernel/jobs/start-job.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { loadRow } from '../../../kernel/layers/sample-patches.testing.ts'
import { testFiles, testSigner } from '../../../testing/act.ts'
import { takeOverSurveyed } from '../intake/take-over-surveyed.ts'
import { publishLanduse } from '../publish.ts'
import { resultJobs } from '../result/parts.ts'
import { legalAreas } from '../rules/repair-clue.ts'
import { surveyJobs } from './parts.ts'

/** For tests only. */
export type Station = { trx: Trx; lin: Person; zhao: Person; madong: Person; sun: Person; he: Person }

const STAFF = {
  lin: ['林志远', 'officer'],
  zhao: ['赵德明', 'officer'],
  madong: ['马东', 'investigator'],
  sun: ['孙丽华', 'reviewer'],
  he: ['何冠礼', 'data-manager'],
} as const

/** The bureau's people with their real roles, the monitoring process published. */
export async function staff(trx: Trx): Promise<Station> {
  await ensureRoles(trx)
  const organisation = newId()
  await sql`insert into organisation (id, code, name) values (${organisation}, ${`bureau-${organisation.slice(-6)}`}, '云栖县自然资源局')`.execute(
    trx,
  )
  const people: Record<string, Person> = {}
  for (const [login, [name, role]] of Object.entries(STAFF)) {
    const id = await addPerson(trx, { login: `${login}-${organisation.slice(-6)}`, name, organisation })
    await grantRole(trx, { person: id, role, area: '610799' })
    people[login] = (await loadPerson(trx, id))!
  }
  await publishLanduse(trx, new Date())
  return { trx, ...(people as Omit<Station, 'trx'>) }
}

/** The same with a row of base patches of 1 ha each. */
export async function station(trx: Trx, patches = 4, more: (k: number) => Attributes = () => ({})): Promise<Station> {
  await loadRow(trx, patches, more)
  return staff(trx)
}

const AREA = '610799101201'

/** A case over a range, as the intake opens it. `survey`: it stands at sorting, else at manual screening. */
export async function openMonitoring(
  { trx, lin }: Station,
  range: MultiPolygon,
  more: { predictedClass?: string; conclusion?: string } = {},
) {
  const now = new Date()
  const clue = { number: newId(), date: '2026-09-01', landClass: more.predictedClass ?? '0702', geometry: range }
  const batch = await takeOverSurveyed(trx, [clue], { person: lin.id, now, areaCode: AREA })
  const { rows } = await sql<{
    id: string
    number: string
  }>`update landuse_clue set state = 'opened', surveyed_at = null, conclusion = ${more.conclusion ?? 'suspect'},
      farmland_area = area_ellipsoidal, range_area = area_ellipsoidal, area_code = ${AREA}
    where batch = ${batch} returning id, number`.execute(trx)
  const { id: clueId, number } = rows[0]!
  const { ellipsoidal, planar } = legalAreas(range)
  await sql`insert into landuse_range (id, clue, ordinal, geom, area_ellipsoidal, area_planar)
    values (${newId()}, ${clueId}, 1, ${toHex(range, 4524)}::geometry, ${ellipsoidal}, ${planar})`.execute(trx)
  const work = {
    trx,
    person: lin,
    now,
    startJob: (job: Parameters<typeof startJob>[1]) => startJob(trx, job, lin.id, now),
  }
  const data = { clueId, conclusion: more.conclusion ?? 'suspect', linked: false }
  const opened = await openCase(work, 'landuse.monitoring', {
    title: `图斑 ${number}`,
    areaCode: AREA,
    scope: range,
    data,
  })
  await sql`update landuse_clue set case_id = ${opened.id}, case_number = ${opened.number} where id = ${clueId}`.execute(
    trx,
  )
  return { caseId: opened.id, number: opened.number, clueId, taskId: opened.tasks[0]?.id }
}

type Queued = { id: string; name: string; input: ServiceInput; person: string }

/** Runs whatever service steps wait, and what comes of them, inside the test's transaction. Returns their names. */
export async function runServiceJobs(trx: Trx, jobs: AnyJob[] = [...surveyJobs, ...resultJobs]): Promise<string[]> {
  const ran: string[] = []
  for (;;) {
    const { rows } =
      await sql<Queued>`update job_run set state = 'running' where id = (select id from job_run where state = 'queued' order by asked_at, id limit 1)
      returning id, name, input, person`.execute(trx)
    const next = rows[0]
    if (!next) return ran
    await runServiceJob(trx, jobs, next)
    await sql`update job_run set state = 'done' where id = ${next.id}`.execute(trx)
    ran.push(next.name)
  }
}

async function runServiceJob(trx: Trx, jobs: AnyJob[], { id, name, input, person: personId }: Queued): Promise<void> {
  const job = jobs.find((one) => one.name === name)!
  const run: JobRun<ServiceInput> = {
    ...{ id, input, files: testFiles, signer: testSigner, now: () => new Date() },
    person: (await loadPerson(trx, personId))!,
    transaction: (work) => work(trx),
    audit: async () => {},
    progress: async () => {},
    stopIfCancelled: async () => {},
  }
  await job.run(run)
}

/** The step a case stands at, and whose task it is. */
export async function standsAt(
  trx: Trx,
  caseId: string,
): Promise<{ step: string; assignee: string | null; taskId: string } | undefined> {
  const { rows } = await sql<{
    step: string
    assignee: string | null
    taskId: string
  }>`select step, assignee, id as "taskId" from task
    where case_id = ${caseId} and state in ('open', 'claimed')`.execute(trx)
  return rows[0]
}
