import { saveHome } from './actions/save-home.ts'
import { saveModule } from './actions/save-module.ts'
import { withdrawModule } from './actions/withdraw-module.ts'
import { poolChoices } from './queries/choices.ts'
import { listPool, myPool } from './queries/pool.ts'

export const poolActions = [saveModule, withdrawModule, saveHome] as const
export const poolQueries = [listPool, myPool, poolChoices] as const
