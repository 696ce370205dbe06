import { useEffect } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { Notice } from '../parts/notice.tsx'
import type { PageProps } from '../parts/page-props.ts'
import { TabBar } from '../parts/tab-bar.tsx'
import { TaskLinks } from '../parts/task-links.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { useKept } from '../store/changes.ts'
import { PinReminder } from '../store/lock/pin-reminder.tsx'
import { roomOf } from '../store/storage-room.ts'
import { useClockOff } from '../sync/clock.ts'
import { LatestNews } from './latest-news.tsx'
import { ModuleGrid } from './pool/module-grid.tsx'
import { tellChosen, usePool } from './pool/use-pool.ts'
import { useTaskSummary } from './use-task-summary.ts'
import './home.css'

/** 首页: what waits, the modules one has chosen, what is due first, what has not been sent, news. */
export function HomePage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const tasks = useTaskSummary(person.id)
  const { home, waiting, problem, retry } = usePool(person.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for what waits
  useEffect(() => {
    if (waiting) void tellChosen(person.id, waiting.codes)
  }, [waiting?.codes.join()])
  return (
    <>
      <TopBar title={t('field.title')} sync={sync} />
      <main className="list home">
        <p className="home-who">
          <strong>{person.name}</strong> {person.organisation}
        </p>
        <PinReminder person={person.id} />
        <Warnings sync={sync} />
        {tasks && (
          <nav className="counts" aria-label={t('field.tab.tasks')}>
            {(['todo', 'doing', 'done'] as const).map((tab) => (
              <a key={tab} href={`#/tasks/${tab}`}>
                <strong>{tasks[tab]}</strong>
                {t(`field.home.${tab}`)}
              </a>
            ))}
          </nav>
        )}
        {problem && !home && <Notice problem={problem} onRetry={retry} />}
        {tasks && home && <ModuleGrid modules={home} tasks={tasks} />}
        <a className="button wide" href="#/discover">
          {t('field.discover')}
        </a>
        <h2 className="section-name">{t('field.home.due')}</h2>
        {tasks?.next.length === 0 && <p className="quiet">{t('field.home.due.none')}</p>}
        {tasks && <TaskLinks person={person.id} tasks={tasks.next} />}
        <LatestNews person={person.id} />
      </main>
      <TabBar at="home" person={person} />
    </>
  )
}

/** What is not right yet: unsent work, no network, little room. */
function Warnings({ sync }: Pick<PageProps, 'sync'>) {
  const { t } = useTexts()
  const room = useKept(roomOf, 'room')
  const off = useClockOff()
  return (
    <>
      {sync.problem && sync.at !== 'cut' && <Notice problem={sync.problem} onRetry={sync.syncNow} />}
      {sync.at === 'cut' && <p className="banner">{t('field.offline')}</p>}
      {sync.waiting > 0 && sync.at !== 'cut' && (
        <p className="banner">{t('field.home.unsent', { count: sync.waiting })}</p>
      )}
      {off > 0 && (
        <p className="banner" role="alert">
          {t('field.clock.off', { minutes: off })}
        </p>
      )}
      {room && room.left < room.least && (
        <a className="banner banner-link" href="#/storage">
          {t('field.home.room', { size: `${Math.round(room.left / 1024 / 1024)} MB` })}
        </a>
      )}
    </>
  )
}
