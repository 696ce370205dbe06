import { useEffect, useState } from 'react'
import { takeOriginal } from '../../device/take-original.ts'
import type { Heading } from '../../device/use-heading.ts'
import type { Place } from '../../device/use-place.ts'
import { keepCapture } from '../../store/captures.ts'
import { signingDevice } from '../../store/device-key.ts'
import type { KeptPerson, KeptTask } from '../../store/field-database.ts'
import { keepPhoto } from '../../store/keep-photo.ts'
import type { Capture, Shot } from '../../store/shot.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { clockNow } from '../../sync/clock.ts'
import { stampLines } from '../stamp-lines.ts'
import { noteShot } from './develop.ts'
import { makePicture, prepareWorker } from './make-picture.ts'

export type Saving = 'ready' | 'saving' | 'saved' | 'failed' | 'unreadable'
/** `declination`: the heading's azimuth is from true north, turned by so much. */
export type Sighted = {
  place: Place
  heading: Heading
  declination: number | undefined
  kind: { code: string; title: string }
  patchId: string | null
}

const round = (value: number, places: number) => Number(value.toFixed(places))

/** Takes a picture with place and direction and keeps it; «saved» is said when it was read back from the disk. */
export function useShutter(person: KeptPerson, { task }: TaskWork) {
  const [saving, setSaving] = useState<Saving>('ready')
  const [taken, setTaken] = useState(0)
  // Key and worker are there before the first photo.
  useEffect(() => {
    prepareWorker()
    void signingDevice(person.id).catch(() => undefined)
  }, [person.id])
  const take = async (seen: Seen, sighted: Sighted) => {
    setSaving('saving')
    noteShot()
    performance.mark('shutter')
    try {
      const shot = await shotOf(person, task, sighted, !(seen instanceof ImageBitmap))
      await keep(person, shot, seen)
      setTaken((before) => before + 1)
      setSaving('saved')
      performance.measure('shutter-to-saved', 'shutter')
    } catch (error) {
      console.error(error)
      setSaving('failed')
    }
  }
  /** A picture that was chosen: what is no picture, or none this browser can read, is told. */
  const choose = async (file: File, sighted: Sighted) => {
    const picture = await createImageBitmap(file).catch(() => undefined)
    if (picture) await take(picture, sighted)
    else setSaving('unreadable')
  }
  return { saving, taken, take, choose }
}

/** The camera that shows itself here, or a picture that was chosen. */
export type Seen = HTMLVideoElement | ImageBitmap

/** A camera that makes photos: its photo is kept as it is, and stamped when there is time. Else what the screen shows is stamped at once. */
async function keep(person: KeptPerson, { lines, ...shot }: Capture, seen: Seen): Promise<void> {
  const original = seen instanceof ImageBitmap ? null : await takeOriginal(seen.srcObject as MediaStream)
  if (!original) return keepPhoto(person, { ...shot, ...(await makePicture(seen, lines)) })
  await keepCapture(person.id, { ...shot, lines }, original)
}

async function shotOf(person: KeptPerson, task: KeptTask, sighted: Sighted, live: boolean): Promise<Capture> {
  const { kind, patchId } = sighted
  const facts = await factsOf(person, task.id, sighted)
  const clock = clockNow()
  const lines = stampLines(facts, { number: task.number, person: person.name, kind: kind.title })
  const about = {
    live,
    kind: kind.code,
    description: `${task.number} ${kind.title}`,
    ...(patchId && { patchId }),
    ...(clock && { clock }),
  }
  return { facts, ...about, lines: live ? lines : [...lines, '非实时拍摄'] }
}

async function factsOf(
  { id }: KeptPerson,
  taskId: string,
  { place, heading, declination }: Sighted,
): Promise<Shot['facts']> {
  const { azimuth, pitch, roll } = heading
  return {
    ...{ taskId, device: (await signingDevice(id)).id, person: id, takenAt: new Date().toISOString() },
    position: [round(place.position[0], 8), round(place.position[1], 8)],
    ...(isOfThisDay(place.at) && { positionAt: new Date(place.at).toISOString() }),
    accuracy: round(place.accuracy, 1),
    altitude: place.altitude === null ? null : round(place.altitude, 1),
    ...{ azimuth: round(azimuth, 1), pitch: round(pitch, 1), roll: round(roll, 1) },
    ...(declination !== undefined && { declination }),
  }
}

/** Some phones count a position's time from another year than 1970: then it is not told. */
const isOfThisDay = (at: number) => Math.abs(Date.now() - at) < 86_400_000
