import type { MultiPolygon } from '../../kernel/geometry/types.ts'

export type DemoAttributes = Record<string, string | number | null>

/** A row of a layer as the loader takes it; geometry in EPSG:4524. */
export type DemoFeature = { attributes: DemoAttributes; geometry: MultiPolygon }

export type DemoArea = {
  code: string
  name: string
  level: 'county' | 'town' | 'village'
  parent?: string
  geometry: MultiPolygon
}

export type LayerName =
  | 'DLTB'
  | 'XZQ'
  | 'CJDCQ'
  | 'YJJBNT'
  | 'STBHHX'
  | 'CZKFBJ'
  | 'DJQ'
  | 'DJZQ'
  | 'ZD'
  | 'ZRZ'
  | 'NZYPW'
  | 'ZDPW'
  | 'GDXM'
  | 'SSNYDBA'
  | 'LSYD'
  | 'ZFAJ'
  | 'GLFW'

export const LAYER_NAMES: readonly LayerName[] = [
  'XZQ',
  'CJDCQ',
  'DLTB',
  'YJJBNT',
  'STBHHX',
  'CZKFBJ',
  'DJQ',
  'DJZQ',
  'ZD',
  'ZRZ',
  'NZYPW',
  'ZDPW',
  'GDXM',
  'SSNYDBA',
  'LSYD',
  'ZFAJ',
  'GLFW',
]
