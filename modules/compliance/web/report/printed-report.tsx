import { useEffect, useMemo, useState } from 'react'
import { count, instant, percent, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { firstChoice } from '../../../../apps/ui/map/layer-choice.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { openAt } from '../../../../apps/ui/map/open-at.ts'
import type { ReportView } from '../answers.ts'
import { ApprovalTable } from './approval-table.tsx'
import { AreaTable, touchedLayers } from './area-tables.tsx'
import { Notes } from './notes.tsx'
import { overlaysOf } from './report-overlays.ts'

type Props = { report: ReportView; layers: LayerInfo[]; onReady: (handle: MapHandle | null) => void }

/** Everything the report says, on paper, with room for two signatures. */
export function PrintedReport({ report, layers, onReady }: Props) {
  const { t, words } = useTexts()
  const titleOf = (name: string) => words(layers.find((layer) => layer.name === name)?.title) || name
  const touched = touchedLayers(report)
  const untouched = [...new Set(report.areas.map(({ layer }) => layer))].filter((name) => !touched.includes(name))
  return (
    <article className="paper">
      <h1>{t('compliance.print.title')}</h1>
      <Head report={report} />
      <div className={`overall overall-${report.conclusion}`}>{t(`compliance.overall.${report.conclusion}`)}</div>
      <h2>{t('compliance.verdicts')}</h2>
      <Verdicts report={report} />
      <h2>{t('compliance.print.map')}</h2>
      <PrintedMap report={report} layers={layers} onReady={onReady} />
      {touched.map((name) => (
        <section key={name}>
          <h2>{`${t('compliance.areas')} · ${titleOf(name)}`}</h2>
          <AreaTable report={report} layer={name} />
        </section>
      ))}
      {untouched.length > 0 && (
        <p className="quiet">
          {t('compliance.areas.untouched', { layers: untouched.map(titleOf).join(t('common.comma')) })}
        </p>
      )}
      {report.approvals.length > 0 && (
        <section>
          <h2>{t('compliance.approvals')}</h2>
          <ApprovalTable report={report} layers={layers} />
        </section>
      )}
      <Notes report={report} />
      <div className="signatures">
        {['sign', 'review', 'day'].map((what) => (
          <span key={what}>{t(`compliance.print.${what}`)}</span>
        ))}
      </div>
    </article>
  )
}

function Head({ report }: { report: ReportView }) {
  const { t } = useTexts()
  const facts = [
    [t('compliance.number'), report.number],
    [t('compliance.title'), report.title],
    [t('compliance.area'), report.areaName ?? report.area],
    [t('compliance.source'), report.sourceName ?? t(`compliance.source.${report.source}`)],
    [t('area.ellipsoidal'), `${squareMetres(report.ellipsoidal)} m²`],
    [t('area.planar'), `${squareMetres(report.planar)} m²`],
    [t('compliance.ranges'), count(report.ranges.length)],
    [t('compliance.asOf'), `${instant(report.asOf)} · ${t('compliance.rulesVersion')} ${report.rulesVersion}`],
    [t('compliance.madeBy'), report.madeBy],
    [t('compliance.madeAt'), instant(report.madeAt)],
  ]
  return (
    <dl className="paper-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Verdicts({ report }: { report: ReportView }) {
  const { t, words } = useTexts()
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th>{t('compliance.rule')}</th>
          <th>{t('compliance.conclusion')}</th>
          <th className="right">{`${t('area.ellipsoidal')} m²`}</th>
          <th className="right">{t('compliance.share')}</th>
          <th>{t('compliance.clause')}</th>
          <th>{t('compliance.advice')}</th>
        </tr>
      </thead>
      <tbody>
        {report.verdicts.map(({ rule, title, conclusion, ellipsoidal, share, clause, advice }) => (
          <tr key={rule} className={`verdict-${conclusion}`}>
            <td>{words(title)}</td>
            <td className="verdict-word">{t(`compliance.conclusion.${conclusion}`)}</td>
            <td className="right number">{conclusion === 'clear' ? '—' : squareMetres(ellipsoidal)}</td>
            <td className="right number">{conclusion === 'clear' ? '—' : percent(share, 2)}</td>
            <td>{words(clause)}</td>
            <td>{conclusion === 'clear' ? '' : words(advice)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PrintedMap({ report, layers, onReady }: Props) {
  const { t } = useTexts()
  useState(() => openAt(boxOf(collection(report.ranges))!))
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const overlays = useMemo(() => overlaysOf(report, null), [report])
  useEffect(() => {
    onReady(handle)
    if (handle) handle.map.fitBounds(boxOf(collection(report.ranges))!, { padding: 40, maxZoom: 18, animate: false })
  }, [handle, report, onReady])
  return (
    <figure className="paper-map">
      <div className="paper-map-ground">
        <MapCanvas layers={layers} choice={firstChoice} overlays={overlays} onReady={setHandle} isBare isForPrint />
      </div>
      <figcaption>
        {['range', 'conflict', 'attention'].map((what) => (
          <span key={what}>
            <i className={`swatch swatch-${what}`} aria-hidden /> {t(`compliance.print.legend.${what}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
