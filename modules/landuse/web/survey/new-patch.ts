import { uuidv7 } from '../../../../kernel/crypto/uuid.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { DraftPatch } from './use-survey-draft.ts'

export const newPatch = (geometry: MultiPolygon, DLBM: string | null): DraftPatch => ({
  id: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  geometry,
  DLBM,
  QSXZ: null,
  note: null,
})
