import { useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../ui/problem.ts'
import { Notice } from '../parts/notice.tsx'
import { noThings, useKept } from '../store/changes.ts'
import { pullPackage } from '../store/pull-tasks.ts'
import { type CachedTask, cachedTasks, clearCached } from './cached-tasks.ts'

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`

/** 已缓存的任务资料 (SH104 SH132 SH134): what it is and how large, fetched anew or cleared; what is in hand stays. */
export function CachedList({ person }: { person: string }) {
  const { t } = useTexts()
  const tasks = useKept(() => cachedTasks(person), `cached ${person}`, noThings) ?? []
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [told, setTold] = useState('')
  const update = async (some: readonly CachedTask[]) => {
    setTold(t('field.cached.updating', { count: some.length }))
    setProblem(null)
    try {
      for (const { taskId } of some) await pullPackage(person, taskId)
      setTold(t('field.cached.updated', { count: some.length }))
    } catch (error) {
      setTold('')
      setProblem(asProblem(error))
    }
  }
  const clear = async (some: readonly CachedTask[]) =>
    setTold(t('field.cached.cleared', { count: await clearCached(person, some) }))
  const total = tasks.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <section className="cached">
      <h2 className="section-name">{t('field.cached', { count: tasks.length, size: kilobytes(total) })}</h2>
      {problem && <Notice problem={problem} />}
      {told && <p role="status">{told}</p>}
      {tasks.length === 0 && <p className="quiet">{t('field.cached.none')}</p>}
      {tasks.length > 0 && (
        <div className="actions-flow">
          <button type="button" className="button" onClick={() => void update(tasks)}>
            {t('field.cached.updateAll')}
          </button>
          <button
            type="button"
            className="button"
            disabled={tasks.every(({ isNeeded }) => isNeeded)}
            onClick={() => void clear(tasks)}
          >
            {t('field.cached.clearAll')}
          </button>
        </div>
      )}
      <ul>
        {tasks.map((task) => (
          <li key={task.taskId} className="task">
            <span className="task-head">
              <strong>{task.number || t('field.discover.unnumbered')}</strong>
              <span>{kilobytes(task.bytes)}</span>
            </span>
            <span className="task-title">{task.title}</span>
            <span className="task-facts">
              {task.isNeeded && <span>{t('field.cached.needed')}</span>}
              <button type="button" className="button-small" onClick={() => void update([task])}>
                {t('field.cached.update')}
              </button>
              {!task.isNeeded && (
                <button type="button" className="button-small" onClick={() => void clear([task])}>
                  {t('field.storage.clear')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <a className="button wide" href="#/packages">
        {t('field.cached.maps')}
      </a>
    </section>
  )
}
