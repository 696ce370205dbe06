import { administration } from '../../modules/administration/module.ts'
import { onemap } from '../../modules/onemap/module.ts'

/** The businesses this server runs. */
export const modules = [administration, onemap] as const
