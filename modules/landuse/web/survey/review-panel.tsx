import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ReviewView } from '../answers.ts'
import { className, ownershipName } from '../common/class-words.ts'
import '../common/landuse.css'
import './survey.css'
import { MapShapes, type Shape } from '../common/map-shapes.tsx'
import { OnMap } from '../common/on-map.tsx'
import { Photos } from './photo-markers.tsx'
import { ReturnDialog } from './return-dialog.tsx'

/** 内业审核, for those who may see it; the surveyor only waits. */
export default function ReviewPanel(props: StepPanelProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const { areaCode: area, business } = props.case
  if (!can('landuse.review.view', { area, business })) return <p className="quiet">{t('landuse.review.waits')}</p>
  return <Review {...props} />
}

/** Old and new class, the photos where they were taken, and the way back to the surveyor. */
function Review({ case: view, task, map, onDone }: StepPanelProps) {
  const { t } = useTexts()
  const [isReturning, setReturning] = useState(false)
  const { data, error, refetch } = useAsk('landuse.review.view', { caseId: view.id })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  return (
    <>
      <Section
        title={t('landuse.review.changes')}
        extra={<Link to={`/screening?clue=${data.clue.id}`}>{t('landuse.screen.compare')}</Link>}
      >
        <Changes changes={data.changes} />
        <p className="quiet">
          {t('landuse.review.surveyed', {
            names: data.surveyedBy.map(({ name }) => name).join(t('common.comma')) || '—',
          })}
          {data.survey?.surveyedOn && ` · ${data.survey.surveyedOn}`}
        </p>
      </Section>
      <Patches patches={data.patches} />
      {data.photos.length > 0 && (
        <Section title={t('landuse.photos', { count: data.photos.length })}>
          <Photos photos={data.photos} resources={view.resources} map={map} />
        </Section>
      )}
      {task.verbs.includes('complete') && (
        <div className="screen-buttons">
          <Button danger onClick={() => setReturning(true)}>
            {t('landuse.review.return')}
          </Button>
        </div>
      )}
      {isReturning && (
        <ReturnDialog
          case={view}
          issues={data.quality.filter(({ state }) => state === 'open').length}
          onClose={() => setReturning(false)}
          onDone={onDone}
        />
      )}
      {map && (
        <OnMap map={map}>
          <MapShapes handle={map} shapes={shapesOf(data)} />
        </OnMap>
      )}
    </>
  )
}

const shapesOf = ({ ranges, patches }: ReviewView): Shape[] => [
  ...ranges.map(({ id, geometry }): Shape => ({ id: `range ${id}`, geometry, look: 'range' })),
  ...patches.map(({ id, geometry }, index): Shape => ({ id, geometry, look: 'patch', label: String(index + 1) })),
]

function Changes({ changes }: { changes: ReviewView['changes'] }) {
  const { t, language } = useTexts()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('landuse.review.before')}</th>
          <th>{t('landuse.review.after')}</th>
          <th className="right">{t('area.ellipsoidal')} m²</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ before, after, area }) => (
          <tr key={`${before} ${after}`} className={before === after ? 'quiet' : ''}>
            <td>{className(before, language)}</td>
            <td>{className(after, language)}</td>
            <td className="right number">{squareMetres(area)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t('landuse.overlay.sum')}</td>
          <td className="right number">{squareMetres(changes.reduce((sum, { area }) => sum + area, 0))}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Patches({ patches }: { patches: ReviewView['patches'] }) {
  const { t, language } = useTexts()
  return (
    <Section title={t('landuse.survey.patches')}>
      <table className="plain-table">
        <tbody>
          {patches.map((patch, index) => (
            <tr key={patch.id}>
              <td>{index + 1}</td>
              <td>
                {className(patch.DLBM, language)}
                {patch.QSXZ && <div className="quiet">{ownershipName(patch.QSXZ, language)}</div>}
                {patch.note && <div className="quiet">{patch.note}</div>}
              </td>
              <td className="right number">{squareMetres(patch.area)} m²</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
