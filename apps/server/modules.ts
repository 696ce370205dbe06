import type { AnyJob } from '../../kernel/jobs/job.ts'
import { administration } from '../../modules/administration/module.ts'
import { approvals } from '../../modules/approvals/module.ts'
import { casework } from '../../modules/casework/module.ts'
import { centre } from '../../modules/centre/module.ts'
import { compliance } from '../../modules/compliance/module.ts'
import { fieldwork } from '../../modules/fieldwork/module.ts'
import { forms } from '../../modules/forms/module.ts'
import { landuse } from '../../modules/landuse/module.ts'
import { messages } from '../../modules/messages/module.ts'
import { onemap } from '../../modules/onemap/module.ts'
import { ownership } from '../../modules/ownership/module.ts'
import { processes } from '../../modules/processes/module.ts'
import { quality } from '../../modules/quality/module.ts'

/** The businesses this server runs. */
export const modules = [
  landuse,
  fieldwork,
  casework,
  centre,
  onemap,
  quality,
  compliance,
  approvals,
  ownership,
  processes,
  forms,
  administration,
  messages,
] as const

/** What they do in the background. */
export const jobs: readonly AnyJob[] = modules.flatMap<AnyJob>((module) => module.jobs)
