import { createContext, useContext } from 'react'
import type { FormDefinition, FormValues, Party } from '../../../kernel/forms/definition.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'

/** Where a form is filled in: whose case it is, where that lies (degrees), who sits here. All of it may be unknown. */
export type FormPlace = {
  caseId?: string
  scope?: MultiPolygon
  person?: Party
  isPhone?: boolean
  /** Where a file of the case is downloaded, by its digest. */
  addressOfFile?: (digest: string) => string | undefined
}

/** What fields that look beyond their own value need: a signature covers the whole form. */
type Surrounded = FormPlace & { definition: FormDefinition; values: FormValues }

const NOWHERE: Surrounded = { definition: { key: '', version: 0, title: { zh: '', en: '' }, fields: [] }, values: {} }

export const FormPlaceContext = createContext<Surrounded>(NOWHERE)
export const useFormPlace = () => useContext(FormPlaceContext)
