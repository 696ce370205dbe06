import { useEffect, useState } from 'react'
import type { Heading } from '../../device/use-heading.ts'
import type { Place } from '../../device/use-place.ts'
import { signingDevice } from '../../store/device-key.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { keepPhoto, type TakenPhoto } from '../../store/keep-photo.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { stampLines } from '../stamp-lines.ts'
import { makePicture, prepareWorker } from './make-picture.ts'

export type Saving = 'ready' | 'saving' | 'saved' | 'failed'
export type Sighted = { place: Place; heading: Heading; kind: { code: string; title: string }; patchId: string | null }

const round = (value: number, places: number) => Number(value.toFixed(places))

/** Takes a picture with place and direction, stamps, signs and keeps it; «saved» is said when it was read back from the disk. */
export function useShutter(person: KeptPerson, { task }: TaskWork) {
  const [saving, setSaving] = useState<Saving>('ready')
  const [taken, setTaken] = useState(0)
  // Key and worker are there before the first photo.
  useEffect(() => {
    prepareWorker()
    void signingDevice(person.id).catch(() => undefined)
  }, [person.id])
  const take = async (source: CanvasImageSource, size: [number, number], sighted: Sighted, live: boolean) => {
    setSaving('saving')
    performance.mark('shutter')
    try {
      const { kind, patchId } = sighted
      const facts = await factsOf(person, task.id, sighted)
      const lines = stampLines(facts, { number: task.number, person: person.name, kind: kind.title })
      const picture = await makePicture(source, size, live ? lines : [...lines, '非实时拍摄'])
      const about = { live, kind: kind.code, description: `${task.number} ${kind.title}`, ...(patchId && { patchId }) }
      await keepPhoto(person, { facts, ...picture, ...about })
      setTaken((before) => before + 1)
      setSaving('saved')
      performance.measure('shutter-to-saved', 'shutter')
    } catch (error) {
      console.error(error)
      setSaving('failed')
    }
  }
  return { saving, taken, take }
}

async function factsOf({ id }: KeptPerson, taskId: string, { place, heading }: Sighted): Promise<TakenPhoto['facts']> {
  const { azimuth, pitch, roll } = heading
  return {
    ...{ taskId, device: (await signingDevice(id)).id, person: id, takenAt: new Date().toISOString() },
    position: [round(place.position[0], 8), round(place.position[1], 8)],
    accuracy: round(place.accuracy, 1),
    altitude: place.altitude === null ? null : round(place.altitude, 1),
    ...{ azimuth: round(azimuth, 1), pitch: round(pitch, 1), roll: round(roll, 1) },
  }
}
