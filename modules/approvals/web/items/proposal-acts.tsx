import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ReasonDialog } from '../../../../apps/ui/components/reason-dialog.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ProposalView } from '../answers.ts'

/** The acts on a proposal; what was refused is told below the page's head. */
export function useProposalCalls() {
  const publish = useCall('approvals.item.publish')
  const withdraw = useCall('approvals.item.withdraw')
  return { publish, withdraw, error: publish.error ?? withdraw.error }
}

type Props = { view: ProposalView; calls: ReturnType<typeof useProposalCalls> }

/** Published or sent back by a second person; taken back by the one who proposed it. */
export function ProposalActs({ view: { proposal }, calls: { publish, withdraw } }: Props) {
  const { t } = useTexts()
  const { can, person } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const decline = useCall('approvals.item.decline')
  const [isDeclining, setDeclining] = useState(false)
  const { code, id } = proposal
  const isOwn = proposal.proposedBy.id === person?.id
  const done = ({ version }: { version: number }) => {
    void message.success(t('approvals.item.published', { version }))
    void go(`/items/${code}`)
  }
  return (
    <>
      {isOwn && can('approvals.item.withdraw') && (
        <Button
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ code }, { onSuccess: () => void go('/items') })}
        >
          {t('approvals.proposal.withdraw')}
        </Button>
      )}
      {!isOwn && can('approvals.item.decline') && (
        <Button onClick={() => setDeclining(true)}>{t('approvals.proposal.decline')}</Button>
      )}
      {can('approvals.item.publish') && (
        <Button
          type="primary"
          loading={publish.isPending}
          onClick={() => publish.mutate({ code, proposal: id }, { onSuccess: done })}
        >
          {t('approvals.proposal.publish')}
        </Button>
      )}
      {isDeclining && (
        <ReasonDialog
          title={t('approvals.proposal.decline')}
          call={decline}
          onReason={(reason) =>
            decline.mutate({ code, proposal: id, reason }, { onSuccess: () => setDeclining(false) })
          }
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
