import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CaseView } from '../../../ui/case-view.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { scopeOf } from '../acts/case-acts.tsx'
import { caseTone, isOpen } from '../case-columns.tsx'
import { LinkCaseDialog } from './link-case-dialog.tsx'

type LinkedCase = CaseView['links'][number]

/** Parents, children, main and supplementary contracts, and what is merely related. */
export function CaseLinks({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isAdding, setAdding] = useState(false)
  const unlink = useCall('casework.case.unlink')
  const scope = scopeOf(view)
  const remove = ({ id, kind, direction }: LinkedCase) => {
    const [caseId, otherId] = direction === 'to' ? [view.id, id] : [id, view.id]
    unlink.mutate({ caseId, otherId, kind })
  }
  return (
    <>
      <MainContractWarning case={view} />
      {view.links.length === 0 && <EmptyState small title={t('links.none')} next={t('links.none.next')} />}
      {view.links.map((link) => (
        <div key={`${link.kind} ${link.direction} ${link.id}`} className="file-row">
          <span className="tag">{t(`links.${link.kind}.${link.direction}`)}</span>
          <span className="link-row">
            <Link to={`/cases/${link.id}`}>{link.number}</Link> {link.title}
          </span>
          <StatusDot tone={caseTone[link.state]}>{t(`cases.state.${link.state}`)}</StatusDot>
          {can('casework.case.unlink', scope) && (
            <Popconfirm title={t('links.remove.ask', { number: link.number })} onConfirm={() => remove(link)}>
              <Button type="link" size="small">
                {t('links.remove')}
              </Button>
            </Popconfirm>
          )}
        </div>
      ))}
      <RefusalNotice error={unlink.error} />
      {can('casework.case.link', scope) && (
        <Button icon={<PlusOutlined />} style={{ marginTop: 10 }} onClick={() => setAdding(true)}>
          {t('links.add')}
        </Button>
      )}
      {isAdding && <LinkCaseDialog case={view} onClose={() => setAdding(false)} />}
    </>
  )
}

/** SH073: this is a supplement and the main contract's case is still open. */
function MainContractWarning({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const open = view.links.filter(
    ({ kind, direction, state }) => kind === 'supplement' && direction === 'from' && isOpen(state),
  )
  return open.map(({ id, number }) => (
    <p key={id} className="link-warning" role="alert">
      {t('cases.link.main-contract-open', { main: number, number: view.number })}
    </p>
  ))
}
