import { sql } from 'kysely'
import { inTransaction } from '../../../kernel/db/database.ts'
import { pointOnSurface } from '../../../kernel/geometry/measures/point-on-surface.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import { runNext } from '../../../kernel/jobs/run-jobs.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { fileItem } from '../../../modules/approvals/actions/file-case.ts'
import { registerProject } from '../../../modules/approvals/actions/register-project.ts'
import { readItem } from '../../../modules/approvals/items/store.ts'
import { completeTask } from '../../../modules/casework/actions/complete-task.ts'
import { keepOwnSignature } from '../../../modules/casework/actions/own-signature.ts'
import { suspendCase } from '../../../modules/casework/actions/suspend-case.ts'
import { archiveJob } from '../../../modules/casework/jobs/archive-case.ts'
import { beginDictionary } from '../../../modules/forms/actions/begin-dictionary.ts'
import { changeItems } from '../../../modules/forms/actions/change-items.ts'
import { confirmDictionary, proposeDictionary } from '../../../modules/forms/actions/confirm-dictionary.ts'
import { demoPeople } from '../../../tools/demo/people.ts'
import { demoSignature } from '../../../tools/demo/signature.ts'
import { actAs } from '../act-as.ts'
import type { World } from '../open-world.ts'
import { progressBar } from '../progress.ts'
import { type DemoCase, demoCases, type Turn } from './approval-cases.ts'

const DAY = 86_400_000

/** What is said at the steps where something is decided. */
const OPINIONS: Record<string, string> = {
  accept: '材料齐全，符合法定形式，予以受理。',
  check: '经核查符合国土空间规划和用途管制要求，拟同意。',
  countersign: '无不同意见，同意。',
  recheck: '初审意见正确，同意报审。',
  decide: '同意。',
}
type Town = { code: string; land: { source: 'drawn'; rings: [number, number][][] } }

/** 政务审批 under way: each demo case is filed and worked on by its people through the real acts, in the past days. */
export async function loadApprovals(world: World): Promise<void> {
  const bar = progressBar('装入演示审批案件 · Demo approvals')
  const towns = await townsOf(world)
  const projects = new Map<string, string>()
  for (const login of SIGNERS) await keepSignature(world, login)
  await listSurveyOrganisations(world)
  for (const [k, one] of demoCases.entries()) {
    await play(world, one, towns[one.town % towns.length]!, projects)
    bar.step((k + 1) / demoCases.length, 0)
  }
  bar.end(`${demoCases.length}`)
}

async function play(world: World, one: DemoCase, town: Town, projects: Map<string, string>): Promise<void> {
  const filed = new Date(Date.now() - one.filedAgo * DAY)
  const project = one.project && (projects.get(one.project) ?? (await register(world, one, town, filed)))
  if (one.project && project) projects.set(one.project, project)
  const { item, title, applicant, data } = one
  const filing = { item, title, areaCode: town.code, applicant, data, materials: await papers(world, item) }
  const where = item === 'DZZH' ? {} : { land: town.land }
  const input = { ...filing, ...where, ...(project && { project }) }
  const { caseId } = await actAs<{ caseId: string }>(world, 'liumin', fileItem, input, filed)
  for (const turn of one.turns) await take(world, caseId, turn)
  await finishJobs(world, instantOf(one.turns.at(-1)?.[0] ?? one.filedAgo, 3))
  if (one.suspended !== undefined)
    await actAs(world, 'linzhiyuan', suspendCase, { caseId, kind: 'suspension', reason: one.suspended }, filed)
}

async function register(world: World, { project, applicant }: DemoCase, town: Town, now: Date): Promise<string> {
  const input = { name: project, ownerName: applicant.name, industry: '47', areaCode: town.code, land: town.land }
  return (await actAs<{ code: string }>(world, 'liumin', registerProject, input, now)).code
}

/** 快照归档 of what was decided: the next stage of a project waits for it. */
export async function finishJobs({ database, files, signer, auditKey }: World, at: Date): Promise<void> {
  while (await runNext({ jobs: [archiveJob], database, files, signer, auditKey, now: () => at }));
}

/** Who decides or co-signs: their signatures stand under what they say. */
const SIGNERS = ['chengang', 'luxue', 'hewei', 'zhouzhengyi', 'xujianguo']

async function keepSignature(world: World, login: string): Promise<void> {
  const { name } = demoPeople.find((one) => one.login === login)!
  await actAs(
    world,
    login,
    keepOwnSignature,
    { ...demoSignature(name), consent: true },
    new Date(Date.now() - 90 * DAY),
  )
}

/** 调查机构代码表, drawn up by one and confirmed by another: whom a cadastral change can be given to. */
async function listSurveyOrganisations(world: World): Promise<void> {
  const table = { scheme: 'survey-organisations', edition: '2026' }
  const title = { zh: '调查机构代码表', en: 'Survey organisations' }
  const now = new Date(Date.now() - 90 * DAY)
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation
    where code in ('mapping-institute', 'survey-centre') order by code`.execute(world.database.db)
  const put = rows.map((one, k) => ({ code: `A0${k + 1}`, title: { zh: one.name, en: one.name }, organisation: one }))
  await actAs(world, 'hanrui', beginDictionary, { ...table, title, source: '2026 年框架合同' }, now)
  await actAs(world, 'hanrui', changeItems, { ...table, put, remove: [] }, now)
  await actAs(world, 'hanrui', proposeDictionary, { ...table, revision: 2, note: '2026 年框架合同' }, now)
  await actAs(world, 'zhouzhengyi', confirmDictionary, { ...table, revision: 2 }, now)
}

/** So many hours after this hour of an earlier day. */
export const instantOf = (daysAgo: number, hours: number) => new Date(Date.now() - daysAgo * DAY + hours * 3_600_000)

/** Two hours later at every turn, so that no two acts of a case share an instant. */
export async function take(
  world: World,
  caseId: string,
  [daysAgo, login, step, outcome, data = {}]: Turn,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select t.id from task t left join person p on p.id = t.assignee
    where t.case_id = ${caseId} and t.step = ${step} and t.state = 'open' and (p.login is null or p.login = ${login})
    order by p.login nulls last limit 1`.execute(world.database.db)
  const now = instantOf(daysAgo, 2)
  const opinion = OPINIONS[step]
  await actAs(world, login, completeTask, { taskId: rows[0]!.id, outcome, data, ...(opinion && { opinion }) }, now)
}

/** A sheet with a line across it, for every paper the item asks for. */
async function papers({ database, files }: World, code: string) {
  const { digest } = await files.put(new TextEncoder().encode(BLANK_PDF))
  const { materials } = await inTransaction(database.db, (trx) => readItem(trx, code))
  return materials
    .filter(({ required }) => required)
    .map(({ key, title }) => ({ key, digest, name: `${title}.pdf`, mediaType: 'application/pdf' }))
}

/** A hectare in the middle of each town. */
async function townsOf({ database }: World): Promise<Town[]> {
  const features = await inTransaction(database.db, (trx) => readFeatures(trx, 'XZQ', {}))
  const zone = zoneOfEpsg(4524)!
  return features.slice(0, 3).map(({ attributes, geometry }) => {
    const [x, y] = pointOnSurface(geometry)!
    const corners = [
      [x, y],
      [x + 120, y],
      [x + 120, y + 90],
      [x, y + 90],
    ] as const
    const ring = corners.map(([east, north]) => gaussKrugerInverse([east, north], zone) as [number, number])
    return { code: String(attributes.XZQDM).slice(0, 9), land: { source: 'drawn', rings: [ring] } }
  })
}

const BLANK_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
4 0 obj<</Length 30>>stream
4 w 60 700 m 535 700 l S
endstream endobj
trailer<</Root 1 0 R>>`
