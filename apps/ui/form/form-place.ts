import { createContext, useContext } from 'react'
import type { FormDefinition, FormValues, Party } from '../../../kernel/forms/definition.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'

/** Where a form is filled in: whose case it is, where that lies (degrees), who sits here. All of it may be unknown. */
export type FormPlace = {
  caseId?: string
  scope?: MultiPolygon
  person?: Party
  isPhone?: boolean
  /** Keeps a chosen file where there may be no network, to be sent later; without it files go to the server at once. */
  keepFile?: (file: File) => Promise<{ digest: string; size: number }>
  /** Where a file of the case is downloaded, by its digest. */
  addressOfFile?: (digest: string) => string | undefined
}

/** What fields that look beyond their own value need: a signature covers the whole form. */
type Surrounded = FormPlace & { definition: FormDefinition; values: FormValues }

const NOWHERE: Surrounded = { definition: { key: '', version: 0, title: { zh: '', en: '' }, fields: [] }, values: {} }

export const FormPlaceContext = createContext<Surrounded>(NOWHERE)
export const useFormPlace = () => useContext(FormPlaceContext)
