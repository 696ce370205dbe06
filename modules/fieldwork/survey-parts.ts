import { listDiscoveries } from './discovery/list-discoveries.ts'
import { listDiscoveryTemplates } from './discovery/list-templates.ts'
import { makeEvidencePackage } from './evidence/make-package.ts'
import { prepareEvidence } from './evidence/prepare-package.ts'
import { downloadEvidencePackage, listEvidencePackages } from './evidence/queries.ts'
import { viewResult } from './queries/view-result.ts'
import { importRescue } from './rescue/import-rescue.ts'
import { listRescues, viewRescue } from './rescue/queries.ts'
import { takeRescue } from './rescue/take-rescue.ts'
import { listReusablePhotos } from './reuse/reusable-photos.ts'
import { reusePhotos } from './reuse/reuse-photos.ts'
import { publishTemplate } from './templates/actions/publish-template.ts'
import { listTemplates, templateVersions } from './templates/queries/list-templates.ts'

/** Templates, what is found in the field, evidence packages, archives of phones that cannot send. */
export const surveyActions = [publishTemplate, prepareEvidence, reusePhotos, importRescue] as const
export const surveyQueries = [
  listTemplates,
  templateVersions,
  listDiscoveries,
  listDiscoveryTemplates,
  listEvidencePackages,
  downloadEvidencePackage,
  viewResult,
  listReusablePhotos,
  listRescues,
  viewRescue,
] as const
export const surveyJobs = [makeEvidencePackage, takeRescue] as const
