import { CloseOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ClueView } from '../answers.ts'
import { className } from '../common/class-words.ts'
import { ConclusionDot, Tags } from '../common/words.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'
import { ApprovalList } from './approval-list.tsx'
import { OverlayTable } from './overlay-table.tsx'

type Props = { clue: ClueView | undefined; layers: LayerInfo[]; onClose: () => void }

/** One clue: the conclusion and why, what it lies on, and what it rests on. */
export function CluePanel({ clue, layers, onClose }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isAdjusting, setAdjusting] = useState(false)
  if (!clue) return <Skeleton active className="page-waiting panel-body" />
  const mayAdjust = clue.conclusion !== null && can('landuse.clue.adjust', { area: clue.areaCode, business: 'landuse' })
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <ConclusionDot conclusion={clue.conclusion} />
          <span className="tag">{t(`landuse.clueState.${clue.state}`)}</span>
          <Button
            className="panel-close"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('common.close')}
            onClick={onClose}
          />
        </div>
        <h2 className="panel-title">{clue.number}</h2>
        <Tags tags={clue.tags} />
      </div>
      <div className="panel-body">
        <Why clue={clue} />
        <WhatItIs clue={clue} />
        {clue.approvals.length > 0 && <ApprovalList approvals={clue.approvals} layers={layers} />}
        <OverlayTable clue={clue} layers={layers} />
        {clue.adjustments.length > 0 && <Adjustments clue={clue} />}
      </div>
      <div className="panel-foot">
        {clue.caseId && (
          <Link to={`/cases/${clue.caseId}`}>
            <Button>{t('landuse.clue.openCase')}</Button>
          </Link>
        )}
        {mayAdjust && (
          <Button type="primary" onClick={() => setAdjusting(true)}>
            {t('landuse.clue.adjust')}
          </Button>
        )}
      </div>
      {isAdjusting && <AdjustDialog clues={[clue]} onClose={() => setAdjusting(false)} />}
    </>
  )
}

function Why({ clue }: { clue: ClueView }) {
  const { t, language } = useTexts()
  return (
    <Section title={t('landuse.clue.reason')}>
      <p className="clue-reason">{clue.reason?.[language] ?? '—'}</p>
      {clue.decision && (
        <p className="quiet">{t('landuse.clue.rule', { table: clue.decision.key, rule: clue.decision.rule })}</p>
      )}
    </Section>
  )
}

function WhatItIs({ clue }: { clue: ClueView }) {
  const { t, language } = useTexts()
  const link = clue.link
  return (
    <Section title={t('landuse.clue')}>
      <Facts
        rows={[
          [t('landuse.clue.areaEllipsoidal'), <AreaText key="e" area={clue.areaEllipsoidal} method="ellipsoidal" />],
          [t('landuse.clue.areaPlanar'), <AreaText key="p" area={clue.areaPlanar} method="planar" />],
          [t('landuse.clue.change'), t(`landuse.change.${clue.changeKind}`)],
          [t('landuse.clue.predicted'), className(clue.predictedClass, language)],
          [t('landuse.clue.dates'), `${clue.beforeOn ?? '—'} → ${clue.foundOn ?? '—'}`],
          [t('landuse.clue.sourceNumber'), clue.sourceNumber],
          [
            t('landuse.batch.number'),
            <Link key="b" to={`/batches/${clue.batchId}?clue=${clue.id}`}>
              {clue.batchNumber}
            </Link>,
          ],
          ...(clue.caseId
            ? [
                [
                  t('landuse.clue.case'),
                  <Link key="c" to={`/cases/${clue.caseId}`}>
                    {clue.caseNumber}
                  </Link>,
                ] as const,
              ]
            : []),
          ...(link
            ? [
                [
                  t('landuse.clue.linked'),
                  t('landuse.clue.linkedTo', {
                    number: link.number,
                    own: percentOf(link.ratioOwn),
                    other: percentOf(link.ratioOther),
                  }),
                ] as const,
              ]
            : []),
          ...(clue.note ? [[t('landuse.field.note'), clue.note] as const] : []),
        ]}
      />
    </Section>
  )
}

const percentOf = (ratio: number | null) => (ratio === null ? '—' : `${(ratio * 100).toFixed(2)}%`)

function Adjustments({ clue }: { clue: ClueView }) {
  const { t } = useTexts()
  return (
    <Section title={t('landuse.clue.adjustments')}>
      <ol className="opinions">
        {clue.adjustments.map((one) => (
          <li key={one.at} className="opinion">
            <div className="opinion-head">
              <strong>{one.by}</strong>
              <span>
                {t(`landuse.conclusion.${one.before}`)} → {t(`landuse.conclusion.${one.after}`)}
              </span>
              <time className="quiet">{instant(one.at)}</time>
            </div>
            <p className="opinion-text">{one.reason}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
