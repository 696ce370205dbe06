import { CloseOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { day, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { fieldText, headOf } from '../../../../apps/ui/map/attribute-text.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { type Settlement, settlements } from '../../schema.ts'
import type { IssueView, ProposedFix, RunView } from '../answers.ts'
import { SeverityTag } from '../severity-tag.tsx'
import { StateDot } from '../state-dot.tsx'
import { FixSection } from './fix-section.tsx'
import { Measure } from './measure.tsx'
import { SettleDialog } from './settle-dialog.tsx'

type Props = {
  issue: IssueView | undefined
  /** undefined: nothing to propose for issues of this rule, or not known yet */
  fix: ProposedFix | null | undefined
  run: RunView
  layers: LayerInfo[]
  onClose: () => void
}

/** One issue: what is wrong, the features it is about with their attributes, and how it is settled. */
export function IssuePanel({ issue, fix, run, layers, onClose }: Props) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const [settlement, setSettlement] = useState<Settlement | null>(null)
  if (!issue) return <Skeleton active className="page-waiting panel-body" />
  const layer = layers.find(({ name }) => name === issue.layer)
  const isOpen = issue.state === 'open' && run.endedAt !== null
  const maySettle = isOpen && can('quality.issue.settle', { area: run.area })
  const mayApply = isOpen && can('quality.fix.apply', { area: run.area })
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <SeverityTag severity={issue.severity} isShort={false} />
          <StateDot state={issue.state} />
          <Button
            className="panel-close"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('common.close')}
            onClick={onClose}
          />
        </div>
        <h2 className="panel-title">{words(issue.title)}</h2>
        <span className="quiet">{`${issue.rule} · ${t('quality.issue.clause')} ${issue.clause}`}</span>
      </div>
      <div className="panel-body">
        <WhatIsWrong issue={issue} layer={layer} />
        {fix !== undefined && (
          <FixSection issue={issue} fix={fix} numberField={layer?.numberField} mayApply={mayApply} />
        )}
        {layer && (
          <Section
            title={`${t('quality.issue.features')} ${t('quality.issue.features.count', { count: issue.featureCount })}`}
          >
            {issue.shapes.map((shape) => (
              <FeatureFacts key={shape.id} layer={layer} shape={shape} field={issue.field} />
            ))}
          </Section>
        )}
      </div>
      {maySettle && (
        <div className="panel-foot">
          {settlements.toReversed().map((state) => (
            <Button key={state} type={state === 'fixed' ? 'primary' : 'default'} onClick={() => setSettlement(state)}>
              {t(`quality.issue.act.${state}`)}
            </Button>
          ))}
        </div>
      )}
      {settlement && (
        <SettleDialog
          runId={run.id}
          issueIds={[issue.id]}
          settlement={settlement}
          onClose={() => setSettlement(null)}
        />
      )}
    </>
  )
}

function WhatIsWrong({ issue, layer }: { issue: IssueView; layer: LayerInfo | undefined }) {
  const { t } = useTexts()
  const alias = layer?.fields.find(({ name }) => name === issue.field)?.alias
  const settled =
    issue.state === 'open'
      ? []
      : ([
          [t('quality.issue.settledBy'), issue.settledBy],
          [t('quality.issue.settledAt'), instant(issue.settledAt)],
          [t('common.reason'), issue.reason],
          ...(issue.state === 'waived'
            ? ([[t('quality.issue.until'), issue.until ? day(issue.until) : t('quality.issue.until.open')]] as const)
            : []),
        ] as const)
  return (
    <Section title={t('quality.issue')}>
      <Facts
        rows={[
          ...(issue.field ? [[t('quality.issue.field'), `${alias ?? ''} ${issue.field}`] as const] : []),
          ...(issue.value !== null ? [[t('quality.issue.value'), issue.value] as const] : []),
          ...(issue.measure !== null
            ? [[t('quality.issue.measure'), <Measure key="m" measure={issue.measure} unit={issue.unit} />] as const]
            : []),
          ...(issue.place
            ? [[t('quality.issue.place.at'), issue.place.map((each) => each.toFixed(6)).join(', ')] as const]
            : []),
          ...settled,
        ]}
      />
    </Section>
  )
}

type FeatureProps = { layer: LayerInfo; shape: IssueView['shapes'][number]; field: string | null }

function FeatureFacts({ layer, shape, field }: FeatureProps) {
  const filled = layer.fields.filter(({ name }) => name === field || (shape.attributes[name] ?? '') !== '')
  return (
    <div className="issue-feature">
      <h4>{headOf(layer, shape.attributes) ?? `#${shape.id}`}</h4>
      <Facts
        rows={filled.map((each) => [
          each.alias,
          <span key={each.name} className={each.name === field ? 'is-told' : ''} title={each.name}>
            {fieldText(each, shape.attributes[each.name])}
          </span>,
        ])}
      />
    </div>
  )
}
