import type { FormDefinition, Title } from '../../../kernel/forms/definition.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import type { Doubt } from '../rules/photo/doubt.ts'
import type { PhotoClock } from '../sync/field-work.ts'

/** A photo as it leaves: places in degrees (CGCS2000), the 18 attributes can be made of it. */
export type EvidencePhoto = {
  id: string
  digest: string
  mediaType: string
  size: number
  patchId: string | null
  takenAt: Date | null
  realAt: Date | null
  clock: PhotoClock | null
  position: Position | null
  accuracy: number | null
  altitude: number | null
  azimuth: number | null
  declination: number | null
  pitch: number | null
  roll: number | null
  person: string
  /** m from the range */
  distance: number | null
  kind: string | null
  code: string | null
  signed: 'verified' | 'failed' | 'none'
  doubts: Doubt[]
  live: boolean | null
  note: string | null
}

/** `plane` in EPSG:4524, `degrees` in CGCS2000; `area`: ellipsoidal m². */
export type EvidencePatch = {
  id: string
  number: string
  DLBM: string | null
  attributes: Record<string, string | number | null>
  note: string | null
  plane: MultiPolygon
  degrees: MultiPolygon
  area: number
}

/** One case with everything that was brought back for it. */
export type EvidenceCase = {
  id: string
  number: string
  title: string
  business: string
  areaCode: string
  openedAt: Date
  range: MultiPolygon | null
  patches: EvidencePatch[]
  photos: EvidencePhoto[]
  forms: { definition: FormDefinition; values: Record<string, unknown> }[]
}

/** Made here, or lying in the file store under its digest (SM3). Paths use `/`. */
export type PackageFile = { path: string } & ({ bytes: Uint8Array } | { digest: string; size: number })

/** 适配插槽: how the same evidence is laid out for whoever receives it. Add a file here and name it in adapters.ts. */
export type EvidenceAdapter = {
  name: string
  title: Title
  files(cases: readonly EvidenceCase[]): PackageFile[]
}
