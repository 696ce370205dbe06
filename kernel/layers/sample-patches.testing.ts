import type { Trx } from '../db/database.ts'
import type { Box, MultiPolygon } from '../geometry/types.ts'
import type { Attributes } from './feature.ts'
import { importLayer, type NewFeature } from './import-layer.ts'

export const EAST = 36478500
export const NORTH = 3650500
export const morning = new Date('2026-11-01T08:00:00Z')
export const at = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

/** A rectangle in metres from a corner of the demo county's plane. */
export const plot = (...[minX, minY, maxX, maxY]: Box): MultiPolygon => [
  [
    [
      [EAST + minX, NORTH + minY],
      [EAST + maxX, NORTH + minY],
      [EAST + maxX, NORTH + maxY],
      [EAST + minX, NORTH + maxY],
      [EAST + minX, NORTH + minY],
    ],
  ],
]

const bsm = (n: number) => `6107992001${String(n).padStart(8, '0')}`

/** A DLTB patch of paddy in the first village; whatever matters to a test is said there. */
export const patch = (n: number, box: Box, more: Attributes = {}): NewFeature => ({
  geometry: plot(...box),
  attributes: {
    ...{ BSM: bsm(n), YSDM: '2001010100', TBBH: String(n).padStart(4, '0'), DLBM: '0101', DLMC: '水田', QSXZ: '30' },
    ...{ QSDWDM: '6107991012010000000', QSDWMC: '云溪村', ZLDWDM: '6107991012010000000', ZLDWMC: '云溪村' },
    ...{ TBMJ: (box[2] - box[0]) * (box[3] - box[1]), KCXS: 0, KCMJ: 0, TBDLMJ: (box[2] - box[0]) * (box[3] - box[1]) },
    ...{ SJNF: 2026, MSSM: '00', ...more },
  },
})

/** A row of n square patches, 100 m each, as the base map of a test. */
export const loadRow = (trx: Trx, n: number, more: (k: number) => Attributes = () => ({})) =>
  importLayer(trx, {
    ...{ layer: 'DLTB', title: '底图', by: 'lin', now: morning },
    features: Array.from({ length: n }, (_, k) => patch(k + 1, [100 * k, 0, 100 * (k + 1), 100], more(k))),
  })
