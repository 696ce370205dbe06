import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { countsFor, type Target, targetsOf } from '../camera/patch-choice.tsx'
import { Thumbnail } from '../thumbnail.tsx'
import { capturedIn, type KnownPhoto, photosOfWork } from '../work/photos-of-work.ts'
import { PhotoState } from './photo-state.tsx'

/** Photos by patch, each with how far it has come; and how many of each kind the template wants. */
export function PhotosTab({ work, isOver }: { work: TaskWork; isOver: boolean }) {
  const { t } = useTexts()
  const photos = photosOfWork(work)
  const captured = capturedIn(work).length
  const targets = targetsOf(work)
  const known = new Set(targets.map(({ id }) => id))
  const loose = photos.filter(({ patchId }) => !known.has(patchId))
  return (
    <main className="list">
      {captured > 0 && (
        <p className="banner" role="status">
          {t('field.photos.developing', { count: captured })}
        </p>
      )}
      {photos.length + captured === 0 && (
        <div className="nothing">
          <strong>{t('field.photos.none')}</strong>
          <p>{t('field.photos.none.next')}</p>
        </div>
      )}
      {targets.map((target) => (
        <Part
          key={target.id}
          work={work}
          target={target}
          photos={target.id === null ? photos : photos.filter(({ patchId }) => patchId === target.id)}
        />
      ))}
      {targets[0]!.id !== null && loose.length > 0 && (
        <>
          <h2 className="part-title">{t('field.photos.loose')}</h2>
          <PhotoGrid work={work} photos={loose} />
        </>
      )}
      {!isOver && (
        <div className="actions-flow">
          <a className="button button-main" href={`#/task/${work.task.id}/camera`}>
            {t('field.photo.take')}
          </a>
        </div>
      )}
    </main>
  )
}

type PartProps = { work: TaskWork; target: Target; photos: KnownPhoto[] }

function Part({ work, target, photos }: PartProps) {
  const { t, words } = useTexts()
  const { counts } = countsFor(work, target)
  return (
    <section>
      <h2 className="part-title">{t('field.patch.number', { number: target.number })}</h2>
      <ul className="kind-counts">
        {counts
          .filter(({ wanted, found }) => wanted > 0 || found > 0)
          .map(({ kind, wanted, found, missing }) => (
            <li key={kind.code} className={missing > 0 ? 'few' : 'enough'}>
              {`${words(kind.title)} ${found}${wanted > 0 ? `/${wanted}` : ''}`}
            </li>
          ))}
      </ul>
      <PhotoGrid work={work} photos={photos} />
    </section>
  )
}

function PhotoGrid({ work, photos }: { work: TaskWork; photos: KnownPhoto[] }) {
  const { t } = useTexts()
  return (
    <ul className="photos">
      {photos.map((photo) => (
        <li key={photo.digest}>
          <a className="photo" href={`#/task/${work.task.id}/photos/${photo.digest}`}>
            {photo.kept ? (
              <Thumbnail image={photo.kept.thumbnail} alt={t('field.photo')} />
            ) : (
              <span className="thumbnail thumbnail-far">{t('field.photo.far')}</span>
            )}
            <div>
              <PhotoState photo={photo} work={work} />
              <KindWord work={work} photo={photo} />
              <span className="photo-facts">{factsOf(photo)}</span>
            </div>
          </a>
        </li>
      ))}
    </ul>
  )
}

function KindWord({ work, photo: { kind, live } }: { work: TaskWork; photo: KnownPhoto }) {
  const { t, words } = useTexts()
  const { template } = work.task.package ?? {}
  const all = [...(template?.kinds ?? []), ...(template?.classRules ?? []).flatMap(({ kinds }) => kinds)]
  const title = all.find(({ code }) => code === kind)?.title
  return (
    <span className="photo-kind">
      {title ? words(title) : ''}
      {!live && <span className="not-live">{t('field.photo.notLive')}</span>}
    </span>
  )
}

const factsOf = ({ takenAt, azimuth, accuracy }: KnownPhoto) =>
  [instant(takenAt), azimuth !== null && `${Math.round(azimuth)}°`, accuracy !== null && `±${Math.round(accuracy)} m`]
    .filter(Boolean)
    .join(' · ')
