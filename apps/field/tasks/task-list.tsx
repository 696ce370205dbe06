import { sightOf } from '../../../modules/fieldwork/rules/evidence.ts'
import { areaToPlane, placeToPlane } from '../../../modules/fieldwork/rules/plane.ts'
import { day, metres } from '../../ui/format.ts'
import { changeLanguage } from '../../ui/i18n/setup.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { type Place, usePlace } from '../device/use-place.ts'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { StateChip } from '../parts/state-chip.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { signOut } from '../store/people.ts'
import { stateOf, type TaskWork, useAllWork } from '../store/use-task-work.ts'

/** Tasks with the nearest first; each says how far it is and how it stands. */
export function TaskList({ person, sync, onSignedOut }: PageProps) {
  const { t, language } = useTexts()
  const all = useAllWork(person.id)
  const { place, refused } = usePlace()
  const rows = (all ?? [])
    .map((work) => ({ work, state: stateOf(work), distance: distanceOf(work, place) }))
    .sort((a, b) => rank(a.state) - rank(b.state) || (a.distance ?? 1e9) - (b.distance ?? 1e9))
  return (
    <>
      <TopBar title={t('field.tasks')} sync={sync} />
      <main className="list">
        {sync.problem && sync.at !== 'cut' && <Notice problem={sync.problem} onRetry={sync.syncNow} />}
        {sync.at === 'cut' && <p className="banner">{t('field.offline')}</p>}
        {refused && <p className="banner">{t(`field.place.${refused}`)}</p>}
        {all?.length === 0 && (
          <div className="nothing">
            <strong>{t('field.tasks.none')}</strong>
            <p>{t('field.tasks.none.next')}</p>
          </div>
        )}
        <ul>
          {rows.map(({ work, state, distance }) => (
            <li key={work.task.id}>
              <a className="task" href={`#/task/${work.task.id}`}>
                <span className="task-head">
                  <strong>{work.task.number}</strong>
                  <StateChip state={state} />
                </span>
                <span className="task-title">{work.task.title}</span>
                <span className="task-facts">
                  <span>{distance === null ? t('field.distance.unknown') : distanceText(distance)}</span>
                  {work.task.due && <span>{t('field.due', { day: day(work.task.due) })}</span>}
                  <span>{t('field.photos.count', { count: photosOf(work) })}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </main>
      <footer className="foot">
        <span>
          {person.name} · {person.organisation}
        </span>
        <a className="button-plain" href="#/storage">
          {t('field.storage')}
        </a>
        <button type="button" className="button-plain" onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'EN' : '中'}
        </button>
        <button type="button" className="button-plain" onClick={() => void signOut().finally(onSignedOut)}>
          {t('web.signOut')}
        </button>
      </footer>
    </>
  )
}

const ORDER = ['aside', 'returned', 'draft', 'saved', 'new', 'submitting', 'submitted']
const rank = (state: string) => ORDER.indexOf(state)

function distanceOf({ task }: TaskWork, place: Place | null): number | null {
  if (!task.range || !place) return null
  return sightOf(areaToPlane(task.range), placeToPlane(place.position), null).distance
}

const distanceText = (distance: number) =>
  distance < 1000 ? `${metres(distance).replace(/\.\d+$/, '')} m` : `${(distance / 1000).toFixed(1)} km`

const photosOf = ({ task, photos }: TaskWork) =>
  Math.max(photos.length, (task.package?.photos.length ?? 0) + photos.filter(({ bytes }) => bytes !== null).length)
