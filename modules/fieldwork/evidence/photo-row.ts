import { photoAttributes } from '../rules/photo/name.ts'
import { endingOf } from '../rules/photo/picture-kind.ts'
import type { Shot } from '../rules/photo/shot.ts'
import type { EvidenceCase, EvidencePhoto } from './evidence-case.ts'

/** A photo's 18 attributes (GB/T 37149—2018 附录D) with the name it has in the package; what was not measured is empty. */
export type PhotoRow = ReturnType<typeof photoAttributes>

/** The rows of a case's photos, each with a name of its own: two of one second and place are told apart at the end. */
export function photoRows({ photos }: Pick<EvidenceCase, 'photos'>): { photo: EvidencePhoto; row: PhotoRow }[] {
  const taken = new Map<string, number>()
  return photos.map((photo) => {
    const named = rowOf(photo)
    const times = (taken.get(named.FILE) ?? 0) + 1
    taken.set(named.FILE, times)
    return {
      photo,
      row: { ...named, FILE: `${named.FILE}${times > 1 ? `_${times}` : ''}.${endingOf(photo.mediaType)}` },
    }
  })
}

function rowOf(photo: EvidencePhoto): PhotoRow {
  const shot = shotOf(photo)
  if (shot) {
    const row = photoAttributes(shot, { id: photo.id, ...(photo.distance !== null && { distance: photo.distance }) })
    return {
      ...row,
      ...(photo.accuracy === null && { DOP: '' }),
      REMARK: [photo.kind, photo.note].filter(Boolean).join(' '),
    }
  }
  return { ...EMPTY, PHID: photo.id, FILE: `NO${photo.digest.slice(0, 30)}`, CREATOR: photo.person, REMARK: photo.note ?? '' } // biome-ignore format: one line
}

const NAMES = [
  ...['PHID', 'FILE', 'PHTM', 'LONG', 'LAT', 'DOP', 'ALT', 'MMODE', 'SAT', 'AZIM', 'AZIMR', 'AZIMP', 'DIST', 'TILT'],
  ...['ROLL', 'CC', 'REMARK', 'CREATOR', 'FOCAL'],
]
const EMPTY = Object.fromEntries(NAMES.map((name) => [name, ''])) as PhotoRow

function shotOf({
  takenAt,
  position,
  azimuth,
  declination,
  accuracy,
  altitude,
  pitch,
  roll,
  person,
  code,
}: EvidencePhoto): Shot | undefined {
  // biome-ignore format: one line
  if (!takenAt || !position || azimuth === null) return undefined
  return {
    ...{ takenAt, position, azimuth, accuracy: accuracy ?? 0, pitch: pitch ?? 0, roll: roll ?? 0 },
    ...(declination === null ? { north: 'M' } : { north: 'T', declination }),
    ...{ person, code: code ?? '', ...(altitude !== null && { altitude }) },
  }
}
