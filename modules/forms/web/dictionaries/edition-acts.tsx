import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { EditionView } from './edition-view.ts'
import { EditionWords } from './edition-words.tsx'

/** The acts on an edition that is not published; what was refused is told below the page's head. */
export function useEditionActs() {
  const discard = useCall('forms.dictionary.discard')
  const withdraw = useCall('forms.dictionary.withdraw')
  const confirm = useCall('forms.dictionary.confirm')
  return { discard, withdraw, confirm, error: discard.error ?? withdraw.error ?? confirm.error }
}

type Props = { view: EditionView; acts: ReturnType<typeof useEditionActs> }

/** Of an edition that is being made: thrown away, filled from a table, or handed to a second person. */
export function DraftActs({ view, acts: { discard }, onImport }: Props & { onImport: () => void }) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const { modal } = App.useApp()
  const [isProposing, setProposing] = useState(false)
  const { scheme, edition } = view
  const drop = () =>
    modal.confirm({
      title: t('dictionaries.discard.ask', { title: words(view.title), edition }),
      okButtonProps: { danger: true },
      okText: t('forms.discard'),
      onOk: () =>
        discard.mutateAsync({ scheme, edition }).then(
          () => go('/dictionaries'),
          () => undefined,
        ),
    })
  return (
    <>
      <Button danger icon={<DeleteOutlined />} onClick={() => void drop()}>
        {t('forms.discard')}
      </Button>
      <Button icon={<UploadOutlined />} onClick={onImport}>
        {t('dictionaries.import')}
      </Button>
      {can('forms.dictionary.propose') && (
        <Button type="primary" disabled={view.faults.length > 0} onClick={() => setProposing(true)}>
          {t('forms.dictionary.propose')}
        </Button>
      )}
      {isProposing && (
        <EditionWords
          verb="forms.dictionary.propose"
          explain={t('dictionaries.propose.explain')}
          label={t('dictionaries.propose.note')}
          inputOf={(note) => ({ scheme, edition, revision: view.local!.revision, note })}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  )
}

/** Of a proposed one: confirmed or sent back by a second person, withdrawn by who keeps the tables. */
export function ProposalActs({ view, acts: { withdraw, confirm } }: Props) {
  const { t, words } = useTexts()
  const { can, person } = useSession()
  const { modal } = App.useApp()
  const [isDeclining, setDeclining] = useState(false)
  const { scheme, edition } = view
  const { revision, proposedById, changedById } = view.local!
  const isOwn = [proposedById, changedById].includes(person?.id ?? '')
  const publish = () =>
    modal.confirm({
      title: t('dictionaries.confirm.ask', { title: words(view.title), edition, count: view.items }),
      content: t('dictionaries.propose.explain'),
      okText: t('forms.dictionary.confirm'),
      onOk: () => confirm.mutateAsync({ scheme, edition, revision }).catch(() => undefined),
    })
  return (
    <>
      {can('forms.dictionary.withdraw') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ scheme, edition })}>
          {t('forms.dictionary.withdraw')}
        </Button>
      )}
      {!isOwn && can('forms.dictionary.decline') && (
        <Button onClick={() => setDeclining(true)}>{t('forms.dictionary.decline')}</Button>
      )}
      {can('forms.dictionary.confirm') && (
        <Button type="primary" loading={confirm.isPending} onClick={() => void publish()}>
          {t('forms.dictionary.confirm')}
        </Button>
      )}
      {isDeclining && (
        <EditionWords
          verb="forms.dictionary.decline"
          label={t('common.reason')}
          inputOf={(reason) => ({ scheme, edition, reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
