import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { KeptPhoto } from '../store/field-database.ts'
import type { TaskWork } from '../store/use-task-work.ts'
import { MissingList } from './missing-list.tsx'
import { Thumbnail } from './thumbnail.tsx'

/** Photos taken for the task, each with how far it has come. */
export function PhotosTab({ work }: { work: TaskWork }) {
  const { t } = useTexts()
  const { task, photos } = work
  const here = new Set(photos.map(({ digest }) => digest))
  const elsewhere = (task.package?.photos ?? []).filter(({ digest }) => !here.has(digest))
  const newest = photos.toSorted((a, b) => b.takenAt.localeCompare(a.takenAt))
  return (
    <main className="list list-with-actions">
      <p className="task-title">{task.title}</p>
      <MissingList work={work} />
      {photos.length === 0 && elsewhere.length === 0 && (
        <div className="nothing">
          <strong>{t('field.photos.none')}</strong>
          <p>{t('field.photos.none.next')}</p>
        </div>
      )}
      <ul className="photos">
        {newest.map((photo) => (
          <li key={photo.digest} className="photo">
            <Thumbnail image={photo.thumbnail} alt={t('field.photo')} />
            <div>
              <PhotoState photo={photo} work={work} />
              <span className="photo-facts">{factsOf(photo)}</span>
            </div>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && <p className="quiet">{t('field.photos.elsewhere', { count: elsewhere.length })}</p>}
      <div className="actions">
        <a className="button button-main" href={`#/task/${task.id}/camera`}>
          {t('field.photo.take')}
        </a>
      </div>
    </main>
  )
}

function PhotoState({ photo, work }: { photo: KeptPhoto; work: TaskWork }) {
  const { t } = useTexts()
  const operation = work.operations.find(({ id }) => id === photo.operationId)
  const state =
    operation?.state === 'done' ? 'received' : operation?.state === 'aside' ? 'aside' : photo.receipt ? 'sent' : 'saved'
  return <span className={`state state-photo-${state}`}>{t(`field.photo.${state}`)}</span>
}

const factsOf = ({ takenAt, azimuth, accuracy }: KeptPhoto) =>
  [instant(takenAt), azimuth !== null && `${Math.round(azimuth)}°`, accuracy !== null && `±${Math.round(accuracy)} m`]
    .filter(Boolean)
    .join(' · ')
