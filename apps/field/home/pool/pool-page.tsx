import { moved } from '../../../../modules/fieldwork/pool/rules/order.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { ChosenRow } from './chosen-row.tsx'
import { ModuleName } from './module-name.tsx'
import { useDragOrder } from './use-drag-order.ts'
import { usePool } from './use-pool.ts'
import '../home.css'

/** 业务池 (SH097): which modules are on the home page, and in which order; by dragging or by button, added and taken off. */
export function PoolPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const { all, home, waiting, problem, retry, choose } = usePool(person.id)
  const codes = home?.map(({ code }) => code) ?? []
  const drag = useDragOrder((from, to) => void choose(moved(codes, from, to - from)))
  const rest = all?.filter(({ code }) => !codes.includes(code)) ?? []
  return (
    <>
      <TopBar title={t('field.pool.title')} back="#/" sync={sync} />
      <main className="list">
        {problem && !all && <Notice problem={problem} onRetry={retry} />}
        {waiting && sync.at === 'cut' && <p className="banner">{t('field.pool.waiting')}</p>}
        <h2 className="section-name">{t('field.pool.chosen')}</h2>
        {home?.length === 0 && <EmptyNote title={t('field.pool.chosen.none')} next={t('field.pool.chosen.next')} />}
        <ol ref={drag.list} className="chosen">
          {home?.map((module, at) => (
            <ChosenRow
              key={module.code}
              module={module}
              isDragged={drag.from === at}
              isTarget={drag.from !== null && drag.to === at}
              grip={drag.gripOf(at)}
              isFirst={at === 0}
              isLast={at === codes.length - 1}
              onMove={(by) => void choose(moved(codes, at, by))}
              onRemove={() => void choose(codes.filter((code) => code !== module.code))}
            />
          ))}
        </ol>
        <h2 className="section-name">{t('field.pool.rest')}</h2>
        {all && rest.length === 0 && <p className="quiet">{t('field.pool.rest.none')}</p>}
        <ul>
          {rest.map((module) => (
            <li key={module.code} className="pool-row">
              <ModuleName module={module} />
              <button type="button" className="button-small" onClick={() => void choose([...codes, module.code])}>
                {t('field.pool.add')}
              </button>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
