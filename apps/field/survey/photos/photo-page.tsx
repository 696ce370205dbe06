import { useEffect, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { magneticOf } from '../../../../modules/fieldwork/rules/magnetic/turn.ts'
import { placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { appendOperation } from '../../store/append-operation.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { readPhotoBytes } from '../../store/photo-bytes.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { targetsOf } from '../camera/patch-choice.tsx'
import { type KnownPhoto, photosOfWork } from '../work/photos-of-work.ts'
import { PhotoPlan } from './photo-plan.tsx'

type Texts = ReturnType<typeof useTexts>['t']
type Props = { person: KeptPerson; work: TaskWork; digest: string; isOver: boolean }

/** One photo at full size, where it was taken and looks; the next and the one before; a note; struck out with a reason. */
export function PhotoPage({ person, work, digest, isOver }: Props) {
  const { t } = useTexts()
  const photos = photosOfWork(work)
  const at = photos.findIndex((photo) => photo.digest === digest)
  const photo = photos[at]
  const to = (other: KnownPhoto | undefined) => other && `#/task/${work.task.id}/photos/${other.digest}`
  const back = `#/task/${work.task.id}/photos`
  if (!photo)
    return (
      <main className="list">
        <a className="back-link" href={back}>
          ‹ {t('field.tab.photos')}
        </a>
        <p className="nothing">{t('field.photo.gone')}</p>
      </main>
    )
  const places = photos.flatMap((one) => (one.position && one.azimuth !== null ? [{ ...one, position: placeToPlane(one.position as Position), azimuth: one.azimuth }] : [])) // biome-ignore format: one line
  return (
    <main className="list photo-page">
      <a className="back-link" href={back}>
        ‹ {t('field.tab.photos')} {at + 1}/{photos.length}
      </a>
      <BigPicture photo={photo} />
      <nav className="photo-steps">
        <a className="button" href={to(photos[at - 1])} aria-disabled={at === 0}>
          ‹ {t('field.photo.newer')}
        </a>
        <a className="button" href={to(photos[at + 1])} aria-disabled={at === photos.length - 1}>
          {t('field.photo.older')} ›
        </a>
      </nav>
      <Facts photo={photo} />
      <PhotoPlan
        areas={targetsOf(work).map(({ plane }) => plane)}
        photos={places}
        chosen={digest}
        hrefOf={(other) => `#/task/${work.task.id}/photos/${other}`}
      />
      {!isOver && <Notes key={digest} person={person} work={work} photo={photo} back={back} />}
    </main>
  )
}

/** The original where it is still here, else its thumbnail. */
function BigPicture({ photo: { kept } }: { photo: KnownPhoto }) {
  const { t } = useTexts()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    const show = (bytes: BlobPart) => {
      if (made) URL.revokeObjectURL(made)
      made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setAddress(made)
    }
    if (kept) {
      show(kept.thumbnail)
      void readPhotoBytes(kept)
        .then((bytes) => bytes && show(bytes))
        .catch(() => undefined)
    }
    return () => {
      if (made) URL.revokeObjectURL(made)
    }
  }, [kept])
  if (!kept) return <p className="nothing">{t('field.photo.onServer')}</p>
  return <img className="photo-big" src={address} alt={t('field.photo')} />
}

/** From which north, in words; with the other value where both are known (GB/T 37149 附录D). */
function lookOf({ azimuth, declination }: KnownPhoto, t: Texts): string {
  if (azimuth === null) return '—'
  if (declination === null) return t('field.azimuth.magneticOnly', { azimuth: azimuth.toFixed(1) })
  const magnetic = magneticOf(azimuth, declination).toFixed(1)
  return t('field.azimuth.both', { azimuth: azimuth.toFixed(1), magnetic })
}

/** By more than a minute: less is none to who looks at a photo. */
const isOff = ({ takenAt, realAt }: KnownPhoto) =>
  takenAt !== null && realAt !== null && Math.abs(Date.parse(realAt) - Date.parse(takenAt)) > 60_000

function Facts({ photo }: { photo: KnownPhoto }) {
  const { t } = useTexts()
  const { takenAt, pitch, accuracy, position, live } = photo
  const rows: [string, string][] = [
    [t('field.photo.when'), instant(takenAt)],
    ...(isOff(photo) ? [[t('field.photo.real'), instant(photo.realAt)] as [string, string]] : []),
    [
      t('field.photo.where'),
      position ? `${position[0].toFixed(7)}, ${position[1].toFixed(7)} ±${Math.round(accuracy ?? 0)} m` : '—',
    ],
    [t('field.photo.look'), `${lookOf(photo, t)} · ${t('field.pitch')} ${pitch ?? 0}°`],
    [t('field.photo.how'), t(live ? 'field.photo.live' : 'field.photo.notLive')],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type NotesProps = { person: KeptPerson; work: TaskWork; photo: KnownPhoto; back: string }

/** A note, kept as an act; and the way to strike the photo out. */
function Notes({ person, work: { task }, photo: { digest, note }, back }: NotesProps) {
  const { t } = useTexts()
  const [text, setText] = useState(note)
  const [isAsking, setAsking] = useState(false)
  const save = () => appendOperation(person.id, { kind: 'photo.note', taskId: task.id, payload: { digest, note: text.trim() } }) // biome-ignore format: one line
  const remove = async () => {
    await appendOperation(person.id, { kind: 'photo.remove', taskId: task.id, payload: { digest } })
    location.hash = back
  }
  return (
    <section>
      <label className="field">
        {t('field.photo.note')}
        <textarea rows={2} maxLength={500} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <div className="actions-flow">
        <button
          type="button"
          className="button button-danger"
          onClick={() => (isAsking ? void remove() : setAsking(true))}
        >
          {t(isAsking ? 'field.photo.remove.sure' : 'field.photo.remove')}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={text.trim() === note}
          onClick={() => void save()}
        >
          {t('common.save')}
        </button>
      </div>
      {isAsking && <p className="quiet">{t('field.photo.remove.what')}</p>}
    </section>
  )
}
