import { administration } from '../../modules/administration/module.ts'
import { casework } from '../../modules/casework/module.ts'
import { fieldwork } from '../../modules/fieldwork/module.ts'
import { landuse } from '../../modules/landuse/module.ts'
import { onemap } from '../../modules/onemap/module.ts'

/** The businesses this server runs. */
export const modules = [landuse, fieldwork, casework, onemap, administration] as const
