import { useState } from 'react'
import { sightOf } from '../../../modules/fieldwork/rules/evidence.ts'
import { areaToPlane, placeToPlane } from '../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCamera } from '../device/use-camera.ts'
import { askForCompass, useHeading } from '../device/use-heading.ts'
import { type Place, usePlace } from '../device/use-place.ts'
import { useShutter } from '../device/use-shutter.ts'
import type { KeptPerson } from '../store/field-database.ts'
import type { TaskWork } from '../store/use-task-work.ts'
import { AngleRing } from './angle-ring.tsx'
import { AzimuthDial } from './azimuth-dial.tsx'
import { KindChoice, wantedKinds } from './kind-choice.tsx'

/** Takes photos with place and direction; «已保存» appears only after the bytes were read back from the disk. */
export function CameraPage({ person, work }: { person: KeptPerson; work: TaskWork }) {
  const { t, words } = useTexts()
  const camera = useCamera()
  const compass = useHeading()
  const { place, refused } = usePlace()
  const [manual, setManual] = useState<number | null>(null)
  const { kinds, missing } = wantedKinds(work)
  const [chosen, setChosen] = useState<string | null>(null)
  const kind = kinds.find(({ code }) => code === (chosen ?? [...missing.keys()][0])) ?? kinds[0]!
  const { saving, taken, take } = useShutter(person, work)
  const azimuth = manual ?? compass?.azimuth ?? null
  const back = `#/task/${work.task.id}/photos`
  const isReady = place !== null && azimuth !== null && saving !== 'saving'
  const sighted = () => ({
    place: place!,
    // Without a compass the phone is taken to be held upright, and its owner says where it looks.
    heading: { azimuth: azimuth!, pitch: compass?.pitch ?? 0, roll: compass?.roll ?? 0 },
    kind: { code: kind.code, title: words(kind.title) },
  })
  const shoot = async () => {
    await askForCompass()
    const video = camera.video.current!
    await take(video, [video.videoWidth, video.videoHeight], sighted(), true)
  }
  const choose = async (file: File) => {
    const picture = await createImageBitmap(file)
    await take(picture, [picture.width, picture.height], sighted(), false)
    picture.close()
  }
  return (
    <main className="camera">
      <div className="camera-view">
        <video ref={camera.video} playsInline muted hidden={camera.state !== 'ready'} />
        {camera.state === 'none' && <p className="camera-none">{t('field.camera.none')}</p>}
        <a className="camera-close" href={back} aria-label={t('common.close')}>
          ×
        </a>
        <Hints work={work} place={place} azimuth={azimuth} refused={refused} />
        <AngleRing work={work} looking={azimuth} />
        <p className={`camera-saved camera-saved-${saving}`} role="status">
          {t(`field.camera.${saving}`, { count: taken })}
        </p>
      </div>
      <KindChoice work={work} chosen={kind.code} onChoose={setChosen} />
      <AzimuthDial azimuth={azimuth} isManual={manual !== null} hasCompass={compass !== null} onChange={setManual} />
      <div className="camera-foot">
        <a className="button" href={back}>
          {t('field.camera.done', { count: taken })}
        </a>
        {camera.state === 'none' ? (
          <label className={isReady ? 'button button-main' : 'button button-main button-off'}>
            {t('field.camera.choose')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              hidden
              disabled={!isReady}
              onChange={({ target }) => target.files?.[0] && void choose(target.files[0])}
            />
          </label>
        ) : (
          <button
            type="button"
            className="shutter"
            aria-label={t('field.photo.take')}
            disabled={!isReady || camera.state !== 'ready'}
            onClick={() => void shoot()}
          />
        )}
      </div>
    </main>
  )
}

type HintsProps = {
  work: TaskWork
  place: Place | null
  azimuth: number | null
  refused: 'denied' | 'unavailable' | null
}

/** Near enough, and looking at it: by the rule the server will ask. */
function Hints({ work, place, azimuth, refused }: HintsProps) {
  const { t } = useTexts()
  const { range, evidence } = work.task.package ?? {}
  if (!place)
    return (
      <div className="hints">
        <p className="hint hint-bad">{t(refused ? `field.place.${refused}` : 'field.place.waiting')}</p>
      </div>
    )
  const sight = range && sightOf(areaToPlane(range), placeToPlane(place.position), azimuth, evidence)
  return (
    <div className="hints">
      <p className={sight?.near === false ? 'hint hint-bad' : 'hint hint-good'}>
        {t(sight?.near === false ? 'field.hint.far' : 'field.hint.near', { metres: Math.round(sight?.distance ?? 0) })}{' '}
        · {t('field.accuracy', { metres: Math.round(place.accuracy) })}
      </p>
      {azimuth === null ? (
        <p className="hint hint-bad">{t('field.hint.azimuth')}</p>
      ) : (
        <p className={sight?.facing === false ? 'hint hint-bad' : 'hint hint-good'}>
          {t(sight?.facing === false ? 'field.hint.away' : 'field.hint.facing', {
            degrees: Math.round(sight?.degreesOff ?? 0),
          })}
        </p>
      )}
    </div>
  )
}
