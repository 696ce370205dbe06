import '../map.css'
import '../sheet.css'
import '../facts.css'
import '../layers.css'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sizeOf } from '../../../../modules/fieldwork/packages/rules/manifest.ts'
import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { useKept } from '../../store/changes.ts'
import { ChoicePanel } from './choice-panel.tsx'
import { cleanUp } from './clean-up.ts'
import type { KeptPackage } from './kept-package.ts'
import { UNUSED_DAYS } from './may-go.ts'
import { keptPackages, megabytes, removePackage } from './packages.ts'
import { titleOf } from './title-of.ts'
import { useInstall, type Work } from './use-install.ts'

const BoxChooser = lazy(() => import('./box-chooser.tsx').then(({ BoxChooser }) => ({ default: BoxChooser })))

/** 离线资料 (SH132): what of the map is on this phone, how much it takes, more of it, updates, away with it. */
export function PackagesPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const kept = useKept(() => keptPackages(person.id), `packages ${person.id}`)
  const [box, setBox] = useState<string | null>(null)
  const [isBoxing, setBoxing] = useState(false)
  const [removed, setRemoved] = useState(0)
  const install = useInstall(person.id)
  useEffect(() => {
    void cleanUp(person.id)
      .then(setRemoved)
      .catch(() => undefined)
  }, [person.id])
  if (isBoxing)
    return (
      <Suspense fallback={<p className="waiting">{t('common.loading')}</p>}>
        <BoxChooser
          person={person.id}
          onCancel={() => setBoxing(false)}
          onBox={(chosen) => {
            setBox(chosen)
            setBoxing(false)
          }}
        />
      </Suspense>
    )
  return (
    <>
      <TopBar title={t('field.packages')} back="#/map" sync={sync} />
      <main className="list">
        <Space />
        {install.problem && <Notice problem={install.problem} onRetry={install.retry} />}
        {removed > 0 && <p role="status">{t('field.packages.removed', { count: removed, days: UNUSED_DAYS })}</p>}
        {kept?.length === 0 && (
          <div className="nothing">
            <strong>{t('field.packages.none')}</strong>
            <p>{t('field.packages.none.next')}</p>
          </div>
        )}
        <ul>
          {kept?.map((each) => (
            <PackageRow
              key={each.id}
              kept={each}
              work={install.works[each.id]}
              isBusy={install.isBusy}
              onFetch={() => void install.resume(each)}
              onUpdate={() => void install.begin(each.choice)}
            />
          ))}
        </ul>
        <ChoicePanel
          box={box}
          isBusy={install.isBusy}
          making={install.making}
          onBoxing={() => setBoxing(true)}
          onChoose={(choice: Choice) => void install.begin(choice)}
        />
      </main>
    </>
  )
}

/** As the browser measures all of this page; the rest is its guess too. */
function Space() {
  const { t } = useTexts()
  const space = useKept(async () => (await navigator.storage?.estimate?.()) ?? null, 'space')
  if (!space?.quota) return null
  const { usage = 0, quota } = space
  return (
    <section className="space">
      <p>{t('field.packages.space', { used: megabytes(usage), free: megabytes(quota - usage) })}</p>
      <progress className="storage-bar" max={quota} value={usage} aria-label={t('field.storage')} />
    </section>
  )
}

type RowProps = {
  kept: KeptPackage
  work: Work | undefined
  isBusy: boolean
  onFetch: () => void
  onUpdate: () => void
}

function PackageRow({ kept, work, isBusy, onFetch, onUpdate }: RowProps) {
  const { t } = useTexts()
  const { current, staging, fetchedAt } = kept
  const title = titleOf(kept.choice, kept.title, t)
  const [isAsking, setAsking] = useState(false)
  const size = megabytes(sizeOf((staging ?? current)!.manifest))
  return (
    <li className="task package">
      <span className="task-head">
        <strong>{title}</strong>
        <span>{size} MB</span>
      </span>
      <span className="task-facts">
        {current && fetchedAt && (
          <span>{t('field.packages.fetched', { at: instant(new Date(fetchedAt).toISOString()) })}</span>
        )}
        {staging && !work && (
          <span>{t(current ? 'field.packages.staged.update' : 'field.packages.staged', { size })}</span>
        )}
        {work && <span role="status">{t(work.word, work.params)}</span>}
      </span>
      {work?.progress && (
        <progress className="storage-bar" max={work.progress.total} value={work.progress.done} aria-label={title} />
      )}
      <span className="package-buttons">
        {staging ? (
          <button type="button" className="button-small" disabled={isBusy} onClick={onFetch}>
            {t('field.packages.fetch', { size })}
          </button>
        ) : (
          <button type="button" className="button-small" disabled={isBusy} onClick={onUpdate}>
            {t('field.packages.update')}
          </button>
        )}
        {isAsking ? (
          <button type="button" className="button-small button-danger" onClick={() => void removePackage(kept)}>
            {t('field.packages.remove.sure')}
          </button>
        ) : (
          <button type="button" className="button-small" disabled={isBusy} onClick={() => setAsking(true)}>
            {t('field.packages.remove')}
          </button>
        )}
      </span>
    </li>
  )
}
