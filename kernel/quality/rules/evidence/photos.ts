import { excused } from './completeness.ts'
import type { EvidenceRule, Photo } from './evidence.ts'
import { degreesOff, distanceTo } from './sight.ts'

/** Measure: sectors looked into. Sectors are equal parts of the compass from north on. */
export const allRound: EvidenceRule = {
  id: 'PH-03',
  title: { zh: '拍摄方位角覆盖不足', en: 'Photos do not look in all directions' },
  clause: 'SH090',
  severity: 'A',
  check: (evidence, { sectors, sectorsCovered }) => {
    const azimuths = evidence.photos.flatMap(({ azimuth }) => (azimuth === null ? [] : [azimuth]))
    const covered = new Set(azimuths.map((azimuth) => Math.floor((((azimuth % 360) + 360) % 360) / (360 / sectors))))
      .size
    return excused(evidence) || covered >= sectorsCovered ? [] : [{ measure: covered, value: sectorsCovered }]
  },
}

/** What a photo must tell of itself. */
const told = ['takenAt', 'position', 'azimuth', 'pitch', 'device', 'person', 'digest'] as const

export const photosIntact: EvidenceRule = {
  id: 'PH-04',
  title: { zh: '照片元数据不完整或文件被改动', en: 'Photo data incomplete or file altered' },
  clause: 'SH090',
  severity: 'A',
  check: ({ photos }) =>
    photos.flatMap((photo) => [
      ...told.filter((field) => photo[field] === null).map((field) => ({ photo: photo.id, field, at: at(photo) })),
      ...(altered(photo) ? [{ photo: photo.id, field: 'storedDigest', value: photo.storedDigest, at: at(photo) }] : []),
    ]),
}

const altered = ({ digest, storedDigest }: Photo) => digest !== null && digest !== storedDigest

const at = (photo: Photo) => photo.position ?? undefined

/** Measure: metres from the patch, or degrees past it (field `azimuth`). */
export const nearAndFacing: EvidenceRule = {
  id: 'PH-05',
  title: { zh: '拍摄点过远或未朝向图斑', en: 'Camera too far away or not facing the patch' },
  clause: 'SH090',
  severity: 'B',
  check: ({ patch, photos }, { distance, angle }) =>
    photos.flatMap((photo) => {
      if (!photo.position) return []
      const metres = distanceTo(patch, photo.position)
      if (metres > distance) return [{ photo: photo.id, field: 'position', measure: round(metres), at: photo.position }]
      const off = photo.azimuth === null ? 0 : degreesOff(patch, photo.position, photo.azimuth)
      return off > angle ? [{ photo: photo.id, field: 'azimuth', measure: round(off), at: photo.position }] : []
    }),
}

const round = (value: number) => Math.round(value * 10) / 10

export const takenInTime: EvidenceRule = {
  id: 'PH-06',
  title: { zh: '拍摄时间不在任务期内', en: 'Photo taken outside the time of the task' },
  clause: 'SH090',
  severity: 'B',
  check: ({ photos, window }) =>
    photos
      .filter(({ takenAt }) => takenAt !== null && (takenAt < window.from || takenAt > window.to))
      .map((photo) => ({ photo: photo.id, field: 'takenAt', value: photo.takenAt!.toISOString(), at: at(photo) })),
}
