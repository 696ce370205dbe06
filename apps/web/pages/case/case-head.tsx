import { CloseOutlined, ExpandOutlined, ShrinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { CaseView } from '../../../ui/case-view.ts'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { CaseActs } from '../acts/case-acts.tsx'
import { caseTone } from '../case-columns.tsx'
import { ClockBox } from './clock-box.tsx'

type Props = { case: CaseView; isWide: boolean; onWiden: () => void }

/** What case this is, how it stands, its clock, and what can be done with it as a whole. */
export function CaseHead({ case: view, isWide, onWiden }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const close = () => {
    const kept = new URLSearchParams(params)
    for (const name of ['task', 'tab']) kept.delete(name)
    void navigate({ pathname: '/cases', search: kept.toString() })
  }
  return (
    <div className="panel-head">
      <div className="panel-line">
        <span className="quiet number">{view.number}</span>
        <StatusDot tone={caseTone[view.state]}>{t(`cases.state.${view.state}`)}</StatusDot>
        <span className="panel-close">
          <CaseActs case={view} />
          <Button
            type="text"
            className="panel-widen"
            icon={isWide ? <ShrinkOutlined /> : <ExpandOutlined />}
            aria-label={t(isWide ? 'cases.narrow' : 'cases.widen')}
            title={t(isWide ? 'cases.narrow' : 'cases.widen')}
            onClick={onWiden}
          />
          <Button type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={close} />
        </span>
      </div>
      <h1 className="panel-title">{view.title}</h1>
      <div className="panel-facts">
        <span>{view.areaName}</span>
        <ClockBox case={view} />
        {view.snapshotId && <Link to={`/snapshots/${view.snapshotId}`}>{t('cases.snapshot')}</Link>}
      </div>
    </div>
  )
}
