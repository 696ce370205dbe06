import type { Module } from '../../kernel/http/action.ts'
import { addOrganisation } from './actions/add-organisation.ts'
import { addPerson } from './actions/add-person.ts'
import { allowServices } from './actions/allow-services.ts'
import { approveDevice } from './actions/approve-device.ts'
import { approveRegistration } from './actions/approve-registration.ts'
import { cancelJob } from './actions/cancel-job.ts'
import { changeOrganisation } from './actions/change-organisation.ts'
import { changePerson } from './actions/change-person.ts'
import { deletePerson } from './actions/delete-person.ts'
import { endGrant } from './actions/end-grant.ts'
import { endOrganisation } from './actions/end-organisation.ts'
import { endOrganisationGrant } from './actions/end-organisation-grant.ts'
import { endOwnSession } from './actions/end-own-session.ts'
import { endPerson } from './actions/end-person.ts'
import { endRole } from './actions/end-role.ts'
import { endSession } from './actions/end-session.ts'
import { grantOrganisation } from './actions/grant-organisation.ts'
import { grantRight } from './actions/grant-right.ts'
import { makeLink } from './actions/make-link.ts'
import { publishCalendar } from './actions/publish-calendar.ts'
import { refuseRegistration } from './actions/refuse-registration.ts'
import { removeArea } from './actions/remove-area.ts'
import { resumePerson } from './actions/resume-person.ts'
import { resumeService } from './actions/resume-service.ts'
import { saveArea } from './actions/save-area.ts'
import { saveProfile } from './actions/save-profile.ts'
import { saveResource } from './actions/save-resource.ts'
import { saveRole } from './actions/save-role.ts'
import { setPassword } from './actions/set-password.ts'
import { stopService } from './actions/stop-service.ts'
import { withdrawDevice } from './actions/withdraw-device.ts'
import { listJobs, viewJob } from './queries/jobs.ts'
import { listAudit } from './queries/list-audit.ts'
import { listCalendar } from './queries/list-calendar.ts'
import { listPersonDevices } from './queries/list-devices.ts'
import { listOrganisationGrants } from './queries/list-organisation-grants.ts'
import { listOrganisations } from './queries/list-organisations.ts'
import { listPeople } from './queries/list-people.ts'
import { listRegistrations } from './queries/list-registrations.ts'
import { listResources } from './queries/list-resources.ts'
import { listRoles } from './queries/list-roles.ts'
import { listServices } from './queries/list-services.ts'
import { listSessions } from './queries/list-sessions.ts'
import { verifyAuditChain } from './queries/verify-audit.ts'
import { viewProfile } from './queries/view-profile.ts'

export const administration = {
  name: 'administration',
  title: { zh: '系统', en: 'Administration' },
  actions: [
    addPerson,
    endPerson,
    makeLink,
    setPassword,
    grantRight,
    endGrant,
    endSession,
    cancelJob,
    publishCalendar,
    addOrganisation,
    allowServices,
    approveDevice,
    approveRegistration,
    changeOrganisation,
    changePerson,
    deletePerson,
    endOrganisation,
    endOrganisationGrant,
    endOwnSession,
    endRole,
    grantOrganisation,
    refuseRegistration,
    removeArea,
    resumePerson,
    resumeService,
    saveArea,
    saveProfile,
    saveResource,
    saveRole,
    stopService,
    withdrawDevice,
  ],
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
    listPersonDevices,
    listOrganisationGrants,
    listRegistrations,
    listResources,
    listServices,
    viewProfile,
  ],
  jobs: [],
} as const satisfies Module
