import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

/** What everybody who works here may do. */
const COMMON = [
  'administration.password.set',
  'jobs.view',
  'jobs.list',
  'files.put',
  'onemap.*',
  'casework.worklist*',
  'casework.process.filable',
  'casework.case.view',
  'casework.case.search',
  'casework.snapshot.*',
  'casework.resource.download*',
  'casework.resource.versions',
  'casework.case.choices',
  'casework.case.mainContract',
  'casework.case.export',
  'casework.case.print',
  'casework.comment.*',
  'casework.opinionTemplate.*',
  'casework.view.*',
  'casework.notice.*',
  'landuse.batch.list',
  'landuse.batch.view',
  'landuse.batch.report',
  'landuse.clue.list',
  'landuse.clue.view',
  'landuse.survey.view',
  'landuse.quality.view',
  'landuse.statistics',
  'compliance.report.list',
  'compliance.report.view',
  'compliance.report.export',
  'quality.run.list',
  'quality.run.view',
  'quality.run.export',
  'quality.rule.list',
  'quality.issue.list',
  'quality.issue.place',
  'quality.issue.view',
  'quality.issue.proposeFix',
]

/** Moving cases along. To close one against its course is the leader's; whoever works on it proposes. */
const CASEWORK = [
  'casework.case.link',
  'casework.case.unlink',
  'casework.case.proposeIrregularClosure',
  'casework.case.retryService',
  'casework.opinion.*',
  'casework.resource.*',
  'casework.task.*',
]

type Role = { code: string; title_zh: string; title_en: string; verbs: string[] }

/** The roles a bureau begins with. Who surveys does not review, who reviews does not write the base map; three administrators are kept apart (三员分立). */
export const roles: Role[] = [
  {
    code: 'officer',
    title_zh: '经办人',
    title_en: 'Case officer',
    verbs: [
      ...COMMON,
      ...CASEWORK,
      'casework.case.file',
      'landuse.batch.*',
      'landuse.clue.*',
      'landuse.case.*',
      'landuse.survey.*',
      'landuse.field.*',
      'landuse.quality.*',
      'landuse.share.*',
      'compliance.*',
      'quality.run.*',
      'quality.rule.*',
      'quality.issue.*',
      'jobs.cancel',
    ],
  },
  {
    code: 'reviewer',
    title_zh: '审核人',
    title_en: 'Reviewer',
    verbs: [...COMMON, ...CASEWORK, 'casework.supervision.*', 'landuse.review.*', 'landuse.quality.*'],
  },
  {
    code: 'investigator',
    title_zh: '外业人员',
    title_en: 'Field investigator',
    verbs: [
      ...COMMON,
      'casework.task.claim*',
      'casework.task.unclaim',
      'casework.task.saveDraft',
      'casework.task.return*',
      'casework.task.withdraw*',
      'casework.opinion.*',
      'casework.resource.attach',
      'fieldwork.*',
    ],
  },
  {
    code: 'data-manager',
    title_zh: '数据管理员',
    title_en: 'Data manager',
    verbs: [
      ...COMMON,
      ...CASEWORK,
      'casework.supervision.*',
      'landuse.batch.*',
      'landuse.quality.*',
      'compliance.*',
      'quality.*',
      'landuse.review.view',
      'landuse.result.*',
      'landuse.share.*',
      'jobs.cancel',
    ],
  },
  {
    code: 'leader',
    title_zh: '领导',
    title_en: 'Leader',
    verbs: [
      ...COMMON,
      'casework.supervision.*',
      'casework.case.closeIrregularly',
      'processes.list',
      'processes.known',
      'processes.version.*',
      'processes.decision.*',
      'processes.design.view',
      'processes.design.confirm',
      'processes.design.sendBack',
      'casework.opinion.*',
      'casework.task.candidates',
      'casework.task.nudge',
      'casework.task.reassign',
      'casework.task.suspend',
      'casework.task.resume',
      'landuse.review.view',
      'landuse.result.list',
      'landuse.result.preview',
      'landuse.share.list',
    ],
  },
  {
    code: 'designer',
    title_zh: '业务配置员',
    title_en: 'Business designer',
    verbs: [...COMMON, 'processes.*'],
  },
  {
    code: 'administrator',
    title_zh: '系统管理员',
    title_en: 'System administrator',
    verbs: [
      'administration.password.set',
      'administration.person.*',
      'administration.organisation.*',
      'administration.session.*',
      'administration.role.list',
      'jobs.*',
    ],
  },
  {
    code: 'security-administrator',
    title_zh: '安全管理员',
    title_en: 'Security administrator',
    verbs: [
      'administration.password.set',
      'administration.right.*',
      'administration.role.*',
      'administration.person.list',
      'administration.organisation.list',
    ],
  },
  {
    code: 'auditor',
    title_zh: '审计员',
    title_en: 'Auditor',
    verbs: [
      'administration.password.set',
      'administration.audit.*',
      'administration.person.list',
      'administration.role.list',
      'administration.organisation.list',
    ],
  },
]

/** The roles of this list follow the program; a bureau's own ones have other codes. */
export async function ensureRoles(trx: Trx): Promise<void> {
  for (const { code, title_zh, title_en, verbs } of roles) {
    await sql`insert into role (code, title_zh, title_en, verbs) values (${code}, ${title_zh}, ${title_en}, ${verbs}::text[])
      on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, verbs = excluded.verbs`.execute(
      trx,
    )
  }
}
