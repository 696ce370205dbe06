import { CheckOutlined, CloseOutlined, EllipsisOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Stages } from '../answers.ts'
import './projects.css'

const ICONS = { done: <CheckOutlined />, running: <EllipsisOutlined />, refused: <CloseOutlined />, none: null }

/** 项目全生命周期: the five stages in a line, each with its state in words and the case or document that decided it. */
export function LifeCycleLine({ stages, here }: { stages: Stages; here?: string }) {
  const { t } = useTexts()
  return (
    <ol className="life-line" aria-label={t('approvals.lifeCycle')}>
      {stages.map(({ stage, state, number, caseId }) => (
        <li
          key={stage}
          className={`life-stage life-${state}`}
          {...(caseId === here && here && { 'aria-current': 'step' })}
        >
          <span className="life-dot" aria-hidden>
            {ICONS[state]}
          </span>
          <span className="life-title">{t(`approvals.stage.${stage}`)}</span>
          <span className="life-state">{t(`approvals.stageState.${state}`)}</span>
          <span className="life-number">{caseId ? <Link to={`/cases/${caseId}`}>{number}</Link> : number}</span>
        </li>
      ))}
    </ol>
  )
}
