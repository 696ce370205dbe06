import './across.css'
import { useMemo, useState } from 'react'
import { declinationAt } from '../../../../modules/fieldwork/rules/magnetic/declination.ts'
import { trueOf } from '../../../../modules/fieldwork/rules/magnetic/turn.ts'
import { placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCamera } from '../../device/use-camera.ts'
import { useCompassLeave, useHeading } from '../../device/use-heading.ts'
import { type Place, usePlace } from '../../device/use-place.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { AzimuthDial } from '../azimuth-dial.tsx'
import { AngleMap } from '../check/angle-map.tsx'
import { Hints } from './hints.tsx'
import { Level } from './level.tsx'
import { countsFor, KindChoice, PatchChoice, targetsOf } from './patch-choice.tsx'
import { useShutter } from './use-shutter.ts'

type Props = { person: KeptPerson; work: TaskWork; patchId: string | undefined; asked: string | undefined }

/** Takes photos with place and direction; «已保存» appears only after the bytes were read back from the disk. */
export function CameraPage({ person, work, patchId, asked }: Props) {
  const { t, words } = useTexts()
  const camera = useCamera()
  const compass = useHeading()
  const { leave, ask } = useCompassLeave()
  const { place: found, refused, isOld } = usePlace()
  // Where one was a minute ago is no evidence of where the picture was taken.
  const place = isOld ? null : found
  const [manual, setManual] = useState<number | null>(null)
  const [chosenPatch, setChosenPatch] = useState<string | null>(patchId && patchId !== '-' ? patchId : null)
  const [chosen, setChosen] = useState<string | null>(asked || null)
  const { saving, taken, take, choose } = useShutter(person, work)
  const { targets, target, counts, views } = useMemo(() => sightsOf(work, chosenPatch), [work, chosenPatch])
  const here = useMemo(() => place && placeToPlane(place.position), [place])
  const { kind } =
    counts.find((one) => one.kind.code === chosen) ?? counts.find(({ missing }) => missing > 0) ?? counts[0]!
  const declination = place ? declinationHere(place) : undefined
  // By hand it is told by the map, whose north is the true one.
  const azimuth = manual ?? (compass && trueOf(compass.azimuth, declination ?? 0))
  const back = `#/task/${work.task.id}/photos`
  const isLive = camera.state === 'ready'
  const isReady = place !== null && azimuth !== null && saving !== 'saving'
  const needs = work.task.package?.template?.coverage
  const sighted = () => ({
    place: place!,
    // Without a compass the phone is taken to be held upright, and its owner says where it looks.
    declination,
    heading: { azimuth: azimuth!, pitch: compass?.pitch ?? 0, roll: compass?.roll ?? 0 },
    kind: { code: kind.code, title: words(kind.title) },
    patchId: target.id,
  })
  const shoot = () => take(camera.video.current!, sighted())
  return (
    <main className="camera">
      <div className="camera-view">
        <video ref={camera.video} playsInline muted hidden={camera.state !== 'ready'} />
        {!isLive && (
          <div className="camera-none">
            <p role={camera.state === 'starting' ? 'status' : 'alert'}>{t(`field.camera.${camera.state}`)}</p>
            {camera.state !== 'starting' && (
              <button type="button" className="button" onClick={camera.begin}>
                {t('common.retry')}
              </button>
            )}
          </div>
        )}
        <a className="camera-close" href={back} aria-label={t('common.close')}>
          ×
        </a>
        <Hints area={target.plane} kind={kind} place={place} azimuth={azimuth} refused={isOld ? 'old' : refused} />
        {isLive && needs && needs.gap < 360 && <AngleMap area={target.plane} views={views} needs={needs} here={here} />}
        <Level heading={compass} />
        {(isLive || saving !== 'ready') && (
          <p className={`camera-saved camera-saved-${saving}`} role="status">
            {t(`field.camera.${saving}`, { count: taken })}
          </p>
        )}
      </div>
      <div className="camera-side">
        <PatchChoice targets={targets} chosen={target} onChoose={setChosenPatch} />
        <KindChoice counts={counts} chosen={kind.code} onChoose={setChosen} />
        <AzimuthDial
          azimuth={azimuth}
          isManual={manual !== null}
          declination={declination}
          hasCompass={compass !== null}
          leave={leave}
          onAsk={ask}
          onChange={setManual}
        />
        <div className="camera-foot">
          <a className="button" href={back}>
            {t('field.camera.done', { count: taken })}
          </a>
          {isLive || camera.state === 'starting' ? (
            <button
              type="button"
              className="shutter"
              aria-label={t('field.photo.take')}
              disabled={!isReady || !isLive}
              onClick={() => void shoot()}
            />
          ) : (
            <FileChoice by="system" isReady={isReady} onChoose={(file) => choose(file, sighted())} />
          )}
          <FileChoice by="choose" isReady={isReady} onChoose={(file) => choose(file, sighted())} />
        </div>
      </div>
    </main>
  )
}

/** What is pointed at and what was taken of it: reckoned when work comes, not with every turn of the compass. */
function sightsOf(work: TaskWork, chosenPatch: string | null) {
  const targets = targetsOf(work)
  const target = targets.find(({ id }) => id === chosenPatch) ?? targets[0]!
  const { counts, photos } = countsFor(work, target)
  const inside = new Set(counts.flatMap((one) => (one.kind.interior ? [one.kind.code] : [])))
  const views = photos.flatMap(({ position, azimuth, kind }) =>
    position && azimuth !== null && !inside.has(kind ?? '') ? [{ position, azimuth }] : [],
  )
  return { targets, target, counts, views }
}

/** To a hundredth of a degree; undefined where the model says nothing: then the compass counts as it is. */
function declinationHere({ position, altitude, at }: Place): number | undefined {
  const declination = declinationAt(position, altitude ?? 0, new Date(at))
  return declination === undefined ? undefined : Number(declination.toFixed(2))
}

type FileProps = { by: 'system' | 'choose'; isReady: boolean; onChoose: (file: File) => Promise<void> }

/** A picture from the phone's own camera or its files; marked as not taken here and now (非实时拍摄). */
function FileChoice({ by, isReady, onChoose }: FileProps) {
  const { t } = useTexts()
  return (
    <label className={isReady ? 'button file-choice' : 'button button-off file-choice'}>
      {t(`field.camera.${by}`)}
      <input
        type="file"
        accept="image/*"
        {...(by === 'system' && { capture: 'environment' as const })}
        hidden
        disabled={!isReady}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void onChoose(file)
          target.value = ''
        }}
      />
    </label>
  )
}
