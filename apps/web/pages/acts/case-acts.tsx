import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../ui/api.ts'
import type { CaseView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useSession } from '../../../ui/session.ts'
import { type AskedCaseAct, CaseDialog } from './case-dialogs.tsx'
import { handlerOf } from './handler-of.ts'

const VERBS: Record<AskedCaseAct, string> = {
  circulate: 'casework.case.circulate',
  supervise: 'casework.case.supervise',
  askCorrection: 'casework.case.askCorrection',
  changeHandler: 'casework.case.changeHandler',
  suspend: 'casework.task.suspend',
  nudge: 'casework.task.nudge',
  proposeClosure: 'casework.case.proposeIrregularClosure',
}

/** What can be done with the case as a whole, whoever has its tasks. */
export function CaseActs({ case: view }: { case: CaseView }) {
  const { t, language } = useTexts()
  const { can } = useSession()
  const [asking, setAsking] = useState<AskedCaseAct | null>(null)
  const scope = scopeOf(view)
  const may = (act: AskedCaseAct) => can(VERBS[act], scope) && isPossible(act, view)
  const asked = (Object.keys(VERBS) as AskedCaseAct[]).filter(may).map((act) => ({
    key: act,
    label: t(`cases.act.${act}`),
    danger: act === 'proposeClosure',
    onClick: () => setAsking(act),
  }))
  const items = [
    ...asked,
    ...(asked.length > 0 ? [{ type: 'divider' as const }] : []),
    {
      key: 'print',
      label: (
        <a href={addressOf('casework.case.print', { caseId: view.id, language })} target="_blank" rel="noreferrer">
          {t('cases.act.print')}
        </a>
      ),
    },
    {
      key: 'export',
      label: <a href={addressOf('casework.case.export', { caseId: view.id, language })}>{t('cases.act.export')}</a>,
    },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
        <Button type="text" icon={<MoreOutlined />} aria-label={t('acts.case')} title={t('acts.case')} />
      </Dropdown>
      {asking && <CaseDialog act={asking} case={view} onClose={() => setAsking(null)} />}
    </>
  )
}

export const scopeOf = ({ areaCode, business, organisation }: CaseView) => ({
  area: areaCode,
  business,
  ...(organisation && { organisation }),
})

/** The same where whoever handles a part of it may act as well: files, opinions, talk. */
export const scopeOfHandled = (view: CaseView) => ({
  ...scopeOf(view),
  ...(view.organisation && { organisation: [view.organisation, ...view.handlers] }),
})

/** 补正 has its own way back: receiving it. */
export const isCorrected = ({ correction }: CaseView) => correction !== null && correction.received_at === null

function isPossible(act: AskedCaseAct, view: CaseView): boolean {
  const isRunning = view.state === 'running'
  switch (act) {
    case 'circulate':
      return true
    case 'askCorrection':
      return isRunning && view.correction === null
    case 'changeHandler':
      return isRunning && handlerOf(view) !== undefined
    case 'proposeClosure':
      return (isRunning || view.state === 'suspended') && view.irregularClosure === null
    default:
      return isRunning
  }
}
