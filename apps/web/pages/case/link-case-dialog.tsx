import { App, Modal, Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'

/** How the other case stands to this one. */
const RELATIONS = ['child.to', 'child.from', 'supplement.to', 'supplement.from', 'related.to'] as const
type Relation = (typeof RELATIONS)[number]

/** Finds another case by number or name and says what it is to this one; a main contract that is still open is pointed out. */
export function LinkCaseDialog({ case: view, onClose }: { case: CaseView; onClose: () => void }) {
  const { t } = useTexts()
  const [kindId, otherId] = [useId(), useId()]
  const { message } = App.useApp()
  const [relation, setRelation] = useState<Relation>('related.to')
  const [other, setOther] = useState<string | undefined>()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useAsk('casework.case.search', { text: asked, limit: 20 }, { enabled: asked.length > 1, keep: true })
  const { mutate, isPending, error } = useCall('casework.case.link')
  const [kind, direction] = relation.split('.') as ['child' | 'supplement' | 'related', 'to' | 'from']
  const main = useAsk(
    'casework.case.mainContract',
    { caseId: other ?? '' },
    { enabled: relation === 'supplement.from' && other !== undefined },
  )
  const link = () => {
    const [caseId, otherId] = direction === 'to' ? [view.id, other!] : [other!, view.id]
    mutate(
      { caseId, otherId, kind },
      {
        onSuccess: ({ warning }) => {
          if (warning) void message.warning(t(warning.code, warning.params), 10)
          onClose()
        },
      },
    )
  }
  const rows = (found.data?.items ?? []).filter(({ id }) => id !== view.id)
  return (
    <Modal
      open
      title={t('links.add.title', { number: view.number })}
      okText={t('links.add')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: other === undefined, loading: isPending }}
      onOk={link}
      onCancel={onClose}
    >
      <div className="form-row">
        <label className="form-title" htmlFor={otherId}>
          {t('links.other')}
        </label>
        <Select
          id={otherId}
          style={{ width: '100%' }}
          showSearch={{ filterOption: false, onSearch: setText }}
          loading={found.isFetching}
          placeholder={t('links.other.hint')}
          value={other}
          onChange={setOther}
          options={rows.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        />
      </div>
      <div className="form-row">
        <label className="form-title" htmlFor={kindId}>
          {t('links.kind')}
        </label>
        <Select
          id={kindId}
          style={{ width: '100%' }}
          value={relation}
          onChange={setRelation}
          options={RELATIONS.map((one) => ({ value: one, label: t(`links.${one}.long`) }))}
        />
      </div>
      {main.data?.found?.isOpen && (
        <p className="link-warning" role="alert">
          {t('links.mainOpen', { main: main.data.found.number })}
        </p>
      )}
      <RefusalNotice error={error} />
    </Modal>
  )
}
