import { App, Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '../../../../apps/ui/components/reason-dialog.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { FormView } from './use-design.ts'

/** The acts on a proposal; what was refused is told below the page's head. */
export function useProposal() {
  const confirm = useCall('forms.form.confirm')
  const withdraw = useCall('forms.form.withdraw')
  return { confirm, withdraw, error: confirm.error ?? withdraw.error }
}

/** Confirmed or sent back by a second person; withdrawn by the one who proposed it. */
type Props = { view: FormView; proposal: ReturnType<typeof useProposal> }

export function ProposalActs({ view, proposal: { confirm, withdraw } }: Props) {
  const { t } = useTexts()
  const { can, person } = useSession()
  const { message } = App.useApp()
  const decline = useCall('forms.form.decline')
  const [isDeclining, setDeclining] = useState(false)
  const { revision, proposedBy, changedBy } = view.draft!
  const isOwn = proposedBy?.id === person?.id
  const mayAnswer = !isOwn && changedBy.id !== person?.id
  const publish = () =>
    confirm.mutate(
      { key: view.key, revision },
      { onSuccess: ({ version }) => void message.success(t('forms.confirmed', { version })) },
    )
  return (
    <>
      {isOwn && can('forms.form.withdraw') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ key: view.key })}>
          {t('forms.form.withdraw')}
        </Button>
      )}
      {mayAnswer && can('forms.form.decline') && (
        <Button onClick={() => setDeclining(true)}>{t('forms.form.decline')}</Button>
      )}
      {can('forms.form.confirm') && (
        <Button type="primary" loading={confirm.isPending} onClick={publish}>
          {t('forms.form.confirm')}
        </Button>
      )}
      {isDeclining && (
        <ReasonDialog
          title={t('forms.form.decline')}
          call={decline}
          onReason={(reason) => decline.mutate({ key: view.key, reason }, { onSuccess: () => setDeclining(false) })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
