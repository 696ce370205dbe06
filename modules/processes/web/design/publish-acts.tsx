import { Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { notConfirmable, notRecallable } from '../../rules/standing-rules.ts'
import type { DesignView } from '../answers.ts'
import type { useDraft } from './use-draft.ts'

type Props = {
  design: DesignView['design']
  errors: number
  draft: Pick<ReturnType<typeof useDraft>, 'save' | 'revision'>
  onReload: () => Promise<void>
}

/** 提交 撤回 确认 退回 作废, as state and rights allow; the rules are the server's own. */
export function PublishActs({ design, errors, draft, onReload }: Props) {
  const { t } = useTexts()
  const { can, person } = useSession()
  const [asked, setAsked] = useState<'submit' | 'sendBack' | null>(null)
  const me = person?.id ?? ''
  const mayConfirm = can('processes.design.confirm') && notConfirmable(design, me) === undefined
  const mayRecall = can('processes.design.recall') && notRecallable(design, me) === undefined
  const isWaiting = design.state === 'submitted' && !mayConfirm
  return (
    <span className="design-acts">
      {isWaiting && <span className="quiet">{t('processes.waiting')}</span>}
      {design.state === 'draft' && can('processes.design.drop') && <Drop design={design} draft={draft} />}
      {design.state === 'draft' && can('processes.design.submit') && (
        <Button type="primary" disabled={errors > 0} onClick={() => setAsked('submit')}>
          {t('processes.design.submit')}
        </Button>
      )}
      {mayRecall && <Recall design={design} onReload={onReload} />}
      {mayConfirm && <Button onClick={() => setAsked('sendBack')}>{t('processes.design.sendBack')}</Button>}
      {mayConfirm && <Confirm design={design} />}
      {asked && (
        <NoteDialog act={asked} design={design} draft={draft} onClose={() => setAsked(null)} onDone={onReload} />
      )}
    </span>
  )
}

function Recall({ design, onReload }: Pick<Props, 'design' | 'onReload'>) {
  const { t } = useTexts()
  const recall = useCall('processes.design.recall')
  return (
    <>
      <Button
        loading={recall.isPending}
        onClick={() => recall.mutate({ designId: design.id }, { onSuccess: onReload })}
      >
        {t('processes.design.recall')}
      </Button>
      {recall.error && <RefusalNotice error={recall.error} />}
    </>
  )
}

/**
 * An act that ends the design takes its own button off the page as soon as the design is asked for again: what follows must not hang
 * on the button still being there. Refusals are shown by the act itself.
 */
const shownBeside = () => undefined

function Confirm({ design }: Pick<Props, 'design'>) {
  const { t } = useTexts()
  const go = useNavigate()
  const confirm = useCall('processes.design.confirm')
  const send = () =>
    confirm
      .mutateAsync({ designId: design.id, revision: design.revision })
      .then(({ key }) => go(`/processes/of/${design.kind}/${key}`))
      .catch(shownBeside)
  return (
    <>
      <Popconfirm
        title={t('processes.confirm.ask', { title: design.title })}
        description={t('processes.confirm.what')}
        onConfirm={send}
      >
        <Button type="primary" loading={confirm.isPending}>
          {t('processes.design.confirm')}
        </Button>
      </Popconfirm>
      {confirm.error && <RefusalNotice error={confirm.error} onClose={confirm.reset} />}
    </>
  )
}

function Drop({ design, draft }: Pick<Props, 'design' | 'draft'>) {
  const { t } = useTexts()
  const go = useNavigate()
  const drop = useCall('processes.design.drop')
  const send = async () => {
    await draft.save()
    await drop
      .mutateAsync({ designId: design.id, revision: draft.revision.current })
      .then(() => go('/processes'))
      .catch(shownBeside)
  }
  return (
    <>
      <Popconfirm title={t('processes.drop.ask')} onConfirm={() => void send()}>
        <Button loading={drop.isPending}>{t('processes.design.drop')}</Button>
      </Popconfirm>
      {drop.error && <RefusalNotice error={drop.error} onClose={drop.reset} />}
    </>
  )
}

type DialogProps = Pick<Props, 'design' | 'draft'> & {
  act: 'submit' | 'sendBack'
  onClose: () => void
  onDone: () => Promise<void>
}

/** What is new in it; or why it goes back. */
function NoteDialog({ act, design, draft, onClose, onDone }: DialogProps) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const submit = useCall('processes.design.submit')
  const sendBack = useCall('processes.design.sendBack')
  const call = act === 'submit' ? submit : sendBack
  const done = { onSuccess: () => void onDone().then(onClose) }
  const send = async () => {
    await draft.save()
    if (act === 'submit')
      submit.mutate({ designId: design.id, revision: draft.revision.current, note: text.trim() }, done)
    else sendBack.mutate({ designId: design.id, reason: text.trim() }, done)
  }
  return (
    <Modal
      open
      title={t(`processes.design.${act}`)}
      okText={t(`processes.design.${act}`)}
      okButtonProps={{ disabled: text.trim() === '', loading: call.isPending }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p className="quiet">{t(`processes.${act}.what`)}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={1000}
        value={text}
        aria-label={t(`processes.${act}.note`)}
        placeholder={t(`processes.${act}.note`)}
        onChange={({ target }) => setText(target.value)}
      />
      {call.error && <RefusalNotice error={call.error} />}
    </Modal>
  )
}
