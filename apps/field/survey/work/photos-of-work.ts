import { realTimeOf, type ShotClock } from '../../../../modules/fieldwork/rules/photo/real-time.ts'
import { placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { isCapture } from '../../store/captures.ts'
import type { KeptPhoto } from '../../store/field-database.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { lastMeasure } from '../../sync/clock.ts'

/** A photo as phone and server both know it; position in degrees. */
export type KnownPhoto = {
  digest: string
  /** by the phone's clock, as EXIF and stamp say */
  takenAt: string | null
  /** by the server's, where the phone's was measured */
  realAt: string | null
  position: [number, number] | null
  accuracy: number | null
  azimuth: number | null
  /** null: the azimuth is from magnetic north */
  declination: number | null
  pitch: number | null
  kind: string | null
  patchId: string | null
  note: string
  live: boolean
  /** taken on this phone, with how far it has come; null: only the server has it */
  kept: KeptPhoto | null
}

/** Digests struck out here; what the server refused to strike out stays. */
const removedIn = ({ operations }: TaskWork) =>
  new Set(actsOf(operations, 'photo.remove').map(({ operation }) => String(operation.payload.digest)))

const actsOf = (operations: TaskWork['operations'], kind: string) =>
  operations.filter(({ operation, state }) => operation.kind === kind && state !== 'aside')

/** Photos on this phone and those the server has already, each once, newest first; struck out ones are left out. */
export function photosOfWork(work: TaskWork): KnownPhoto[] {
  const { task, photos, operations } = work
  const removed = removedIn(work)
  const notes = new Map(actsOf(operations, 'photo.note').map(({ operation: { payload } }) => [payload.digest, payload]))
  const added = new Map(actsOf(operations, 'photo.add').map(({ operation: { payload } }) => [payload.digest, payload]))
  const own = photos
    .filter(({ digest }) => added.has(digest))
    .map((kept): KnownPhoto => {
      const { digest, takenAt, position, accuracy, azimuth, pitch, kind } = kept
      const { patchId, live, note } = { ...added.get(digest), ...notes.get(digest) } as Record<string, unknown>
      const told = { patchId: (patchId as string | undefined) ?? null, note: String(note ?? ''), live: live !== false }
      const declination = (added.get(digest)!.declination as number | undefined) ?? null
      const realAt = realTimeOf(new Date(takenAt), added.get(digest)!.clock as ShotClock | undefined, lastMeasure())
      const times = { takenAt, realAt: realAt?.at.toISOString() ?? null }
      return { digest, ...times, position, accuracy, azimuth, declination, pitch, kind, ...told, kept }
    })
  const here = new Set(own.map(({ digest }) => digest))
  const elsewhere = (task.package?.photos ?? [])
    .filter(({ digest }) => !here.has(digest))
    .map(
      ({
        digest,
        takenAt,
        realAt,
        position,
        accuracy,
        azimuth,
        declination,
        pitch,
        kind,
        patchId,
        live,
        note,
      }): KnownPhoto => ({
        ...{ digest, accuracy, azimuth, declination: declination ?? null, pitch, kind, patchId, kept: null },
        takenAt: takenAt === null ? null : String(takenAt),
        realAt: realAt ? String(realAt) : null,
        position: position && [position[0], position[1]],
        note: String(notes.get(digest)?.note ?? note ?? ''),
        live: live !== false,
      }),
    )
  return [...own, ...elsewhere]
    .filter(({ digest }) => !removed.has(digest))
    .toSorted((a, b) => timeOf(b).localeCompare(timeOf(a)))
}

/** Taken, and soon to be stamped: no act names them yet. */
export const capturedIn = ({ photos }: TaskWork) =>
  photos.filter(isCapture).map(({ capture: { patchId = null, clock }, ...photo }) => ({
    ...{ ...photo, patchId },
    realAt: realTimeOf(new Date(photo.takenAt), clock, lastMeasure())?.at.toISOString() ?? null,
  }))

const timeOf = ({ realAt, takenAt }: Pick<KnownPhoto, 'realAt' | 'takenAt'>) => realAt ?? takenAt ?? ''

type Ruled = Pick<KnownPhoto, 'digest' | 'takenAt' | 'realAt' | 'position' | 'azimuth' | 'pitch' | 'kind' | 'patchId'>

/** As the rules want it, in metres, with what a photo must tell of itself. */
export const toRule = ({ digest, takenAt, realAt, position, azimuth, pitch, kind, patchId }: Ruled) => ({
  ...{ id: digest, digest, storedDigest: digest, azimuth, pitch, kind, patchId, device: 'phone', person: 'self' },
  takenAt: takenAt === null ? null : new Date(realAt ?? takenAt),
  position: position && placeToPlane(position),
})
