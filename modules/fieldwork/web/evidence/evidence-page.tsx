import { Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { EvidencePart } from './evidence-part.tsx'
import '../result/result.css'

type Found = AnswerOf<'fieldwork.discovery.list'>['rows'][number]

/** What people have found in the field, case by case, and packages of many cases at once. */
export default function EvidencePage() {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useAsk('fieldwork.discovery.list', { limit: 100 })
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  return (
    <Page title={t('fieldwork.discovery.list')} note={t('fieldwork.discovery.note')}>
      <div className="card card-pad">
        <RefusalNotice error={error} onRetry={() => refetch()} />
        {data && data.rows.length === 0 && (
          <EmptyState title={t('fieldwork.discovery.none')} next={t('fieldwork.discovery.none.next')} />
        )}
        {data && data.rows.length > 0 && (
          <Section title={t('fieldwork.discovery.count', { count: data.rows.length })}>
            <FoundTable rows={data.rows} chosen={chosen} onToggle={toggle} />
          </Section>
        )}
        <EvidencePart caseIds={[...chosen]} />
      </div>
    </Page>
  )
}

type TableProps = { rows: Found[]; chosen: ReadonlySet<string>; onToggle: (id: string) => void }

function FoundTable({ rows, chosen, onToggle }: TableProps) {
  const { t } = useTexts()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th aria-label={t('fieldwork.discovery.choose')} />
          <th>{t('fieldwork.result.number')}</th>
          <th>{t('fieldwork.discovery.what')}</th>
          <th>{t('common.state')}</th>
          <th>{t('fieldwork.discovery.by')}</th>
          <th className="right">{t('fieldwork.discovery.photos')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ caseId, number, title, state, foundBy, openedAt, photos }) => (
          <tr key={caseId}>
            <td>
              <Checkbox
                aria-label={`${t('fieldwork.discovery.choose')} ${number}`}
                checked={chosen.has(caseId)}
                onChange={() => onToggle(caseId)}
              />
            </td>
            <td>
              <Link to={`/cases/${caseId}`}>{number}</Link>
            </td>
            <td>{title}</td>
            <td>{t(`fieldwork.discovery.state.${state}`)}</td>
            <td>{`${foundBy ?? '—'} · ${instant(String(openedAt))}`}</td>
            <td className="right number">{photos.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
