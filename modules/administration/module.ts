import type { Module } from '../../kernel/http/action.ts'
import { addPerson } from './actions/add-person.ts'
import { cancelJob } from './actions/cancel-job.ts'
import { endGrant } from './actions/end-grant.ts'
import { endPerson } from './actions/end-person.ts'
import { endSession } from './actions/end-session.ts'
import { grantRight } from './actions/grant-right.ts'
import { makeLink } from './actions/make-link.ts'
import { publishCalendar } from './actions/publish-calendar.ts'
import { setPassword } from './actions/set-password.ts'
import { listJobs, viewJob } from './queries/jobs.ts'
import { listAudit } from './queries/list-audit.ts'
import { listCalendar } from './queries/list-calendar.ts'
import { listOrganisations } from './queries/list-organisations.ts'
import { listPeople } from './queries/list-people.ts'
import { listRoles } from './queries/list-roles.ts'
import { listSessions } from './queries/list-sessions.ts'
import { verifyAuditChain } from './queries/verify-audit.ts'

export const administration = {
  name: 'administration',
  title: { zh: '系统', en: 'Administration' },
  actions: [addPerson, endPerson, makeLink, setPassword, grantRight, endGrant, endSession, cancelJob, publishCalendar],
  queries: [
    listPeople,
    listRoles,
    listOrganisations,
    listSessions,
    listAudit,
    verifyAuditChain,
    viewJob,
    listJobs,
    listCalendar,
  ],
  jobs: [],
} as const satisfies Module
