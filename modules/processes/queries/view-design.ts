import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { readDesignRow } from '../designs.ts'
import { knownNames } from '../known-names.ts'
import { Id } from '../schema.ts'
import { shippedProcess } from '../versions.ts'

/** A design with everything the page needs to check it as it is drawn. */
export const viewDesign = query({
  name: 'processes.design.view',
  input: Type.Object({ designId: Id }),
  async handle({ trx }, { designId }) {
    const design = await readDesignRow(trx, designId)
    const shipped = design.kind === 'process' ? await shippedProcess(trx, design.key) : undefined
    return { design, shipped: shipped ?? null }
  },
})

/** Roles, forms with their fields, jobs, decisions and processes a design may name. */
export const nameKnown = query({
  name: 'processes.known',
  input: Type.Object({}),
  handle: ({ trx }) => knownNames(trx),
})
