import { Skeleton } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { FormRenderer } from '../../../../apps/ui/form/form-renderer.tsx'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseTabProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { codeIn } from '../../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { EvidencePart } from '../evidence/evidence-part.tsx'
import type { FieldResultView } from './answers.ts'
import { ResultPhotos } from './result-photos.tsx'
import { ResultPlan } from './result-plan.tsx'
import { ReusePart } from './reuse-part.tsx'
import './result.css'

/** 外业成果 of a case: patches, photos where they were taken and look, the form as it was filled in, and what its template still misses. */
export default function ResultTab({ case: view }: CaseTabProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useAsk('fieldwork.result.view', { caseId: view.id })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const mayReuse = can('fieldwork.photo.reuse', { area: view.areaCode, business: view.business })
  const reuse = mayReuse && <ReusePart caseId={view.id} onTaken={() => void refetch()} />
  if (data.noSurvey)
    return (
      <EmptyState
        small
        title={t('fieldwork.result.noSurvey')}
        next={t('fieldwork.result.noSurvey.next', { reason: data.noSurvey.reason })}
      />
    )
  if (data.patches.length + data.photos.length === 0)
    return (
      <>
        <EmptyState small title={t('fieldwork.result.none')} next={t('fieldwork.result.none.next')} />
        {reuse}
      </>
    )
  return (
    <>
      <Findings data={data} />
      <Patches data={data} />
      <Section title={t('fieldwork.result.photos', { count: data.photos.length })}>
        <ResultPlan data={data} chosen={chosen} onChoose={setChosen} />
        <ResultPhotos data={data} resources={view.resources} chosen={chosen} onChoose={setChosen} />
      </Section>
      {data.form && (
        <Section title={t('fieldwork.result.form', { revision: data.form.revision })}>
          <FormRenderer definition={data.form.definition} values={data.form.values} />
        </Section>
      )}
      {reuse}
      {can('fieldwork.evidence.prepare', { area: view.areaCode, business: view.business }) && (
        <EvidencePart caseIds={[view.id]} caseId={view.id} />
      )}
    </>
  )
}

/** The rules the phone asks before handing in, asked again of what is there. */
function Findings({ data: { findings, template } }: { data: FieldResultView }) {
  const { t, words } = useTexts()
  const version = template ? t('fieldwork.result.template', { title: words(template.title), version: template.version }) : '' // biome-ignore format: one line
  if (findings.length === 0)
    return <p className="result-complete">{[t('fieldwork.result.complete'), version].filter(Boolean).join(' · ')}</p>
  return (
    <div className="result-missing">
      <strong>{t('fieldwork.result.missing', { count: findings.length })}</strong>
      <ul>
        {findings.map(({ code, params, place }) => (
          <li key={JSON.stringify([code, params, place])}>{t(code, params)}</li>
        ))}
      </ul>
      {version && <span className="quiet">{version}</span>}
    </div>
  )
}

function Patches({ data: { patches } }: { data: FieldResultView }) {
  const { t, language } = useTexts()
  if (patches.length === 0) return null
  return (
    <Section title={t('fieldwork.result.patches', { count: patches.length })}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('fieldwork.result.number')}</th>
            <th>{t('fieldwork.result.class')}</th>
            <th className="right">{t('area.ellipsoidal')} m²</th>
          </tr>
        </thead>
        <tbody>
          {patches.map(({ id, number, DLBM, note, area }) => (
            <tr key={id}>
              <td>{number}</td>
              <td>
                {DLBM === null ? '—' : `${DLBM} ${codeIn(landuseSurvey3, DLBM)?.[language] ?? ''}`}
                {note && <div className="quiet">{note}</div>}
              </td>
              <td className="right number">{squareMetres(area)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
