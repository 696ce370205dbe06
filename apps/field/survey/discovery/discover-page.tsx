import '../parts.css'
import '../camera/camera.css'
import '../check/angles.css'
import '../task.css'
import '../form/form-tab.css'
import './discovery.css'
import '../across.css'
import { useState } from 'react'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { LazyDrawShape } from '../../map/lazy-pages.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { StateChip } from '../../parts/state-chip.tsx'
import { TopBar } from '../../parts/top-bar.tsx'
import { stateOf, useFinds } from '../../store/use-task-work.ts'
import { beginDiscovery } from './begin-discovery.ts'
import { DiscoverForm } from './discover-form.tsx'
import { useDiscoveryDraft } from './use-discovery-draft.ts'
import { useTemplates } from './use-templates.ts'

/** 自主发现 (SH101–SH105): draw what was found, say which business it belongs to, describe it; then it is worked on like any task. */
export function DiscoverPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const [at, setAt] = useState<'list' | 'draw' | 'describe'>('list')
  const { draft, keep } = useDiscoveryDraft(person.id)
  const { data, problem, retry } = useTemplates(person.id)
  const templates = data?.rows ?? []
  if (at === 'draw')
    return (
      <LazyDrawShape
        person={person.id}
        title={t('field.discover.draw')}
        {...(draft && { shape: draft.shape })}
        onCancel={() => setAt(draft ? 'describe' : 'list')}
        onDone={(shape) => {
          keep({ business: templates[0]?.business ?? '', title: '', description: '', ...draft, shape })
          setAt('describe')
        }}
      />
    )
  const begin = async (filled: Parameters<typeof beginDiscovery>[1]) => {
    const { taskId, patchId } = await beginDiscovery(person, filled)
    keep(null)
    location.hash = `#/task/${taskId}/patches/${patchId}`
  }
  return (
    <>
      <TopBar title={t('field.discover')} back="#/" sync={sync} />
      <main className="list">
        {problem && !data && <Notice problem={problem} onRetry={retry} />}
        {at === 'describe' && draft ? (
          <DiscoverForm
            templates={templates}
            draft={draft}
            onChange={keep}
            onRedraw={() => setAt('draw')}
            onBegin={begin}
          />
        ) : (
          <>
            <button
              type="button"
              className="button button-main wide"
              disabled={templates.length === 0}
              onClick={() => setAt(draft ? 'describe' : 'draw')}
            >
              {t(draft ? 'field.discover.resume' : 'field.discover.new')}
            </button>
            {draft && (
              <button
                type="button"
                className="button wide"
                onClick={() => {
                  keep(null)
                  setAt('draw')
                }}
              >
                {t('field.discover.drop')}
              </button>
            )}
            {templates.length === 0 && <p className="quiet">{t('field.discover.noTemplates')}</p>}
            <Found person={person.id} />
          </>
        )}
      </main>
    </>
  )
}

/** What was found with this phone, sent or not. */
function Found({ person }: { person: string }) {
  const { t, words } = useTexts()
  const rows = (useFinds(person) ?? []).filter(({ task, operations }) => task.discovery ?? operations.some(({ operation }) => operation.kind === 'discovery.create')) // biome-ignore format: one line
  if (rows.length === 0)
    return (
      <div className="nothing">
        <strong>{t('field.discover.none')}</strong>
        <p>{t('field.discover.none.next')}</p>
      </div>
    )
  return (
    <ul className="found">
      {rows.map((work) => (
        <li key={work.task.id}>
          <a className="task" href={`#/task/${work.task.id}/photos`}>
            <span className="task-head">
              <strong>{work.task.title}</strong>
              <StateChip state={stateOf(work)} />
            </span>
            <span className="task-facts">
              <span>{work.task.number || t('field.discover.unnumbered')}</span>
              {work.task.businessTitle && <span>{words(work.task.businessTitle)}</span>}
              <span>{instant(String(work.task.openedAt))}</span>
              <span>{t('field.photos.count', { count: work.photos.length })}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
