import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { WorklistItem } from '../../../ui/case-view.ts'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBatch } from './use-batch.ts'
import '../../../ui/form/form.css'

type Props = { items: WorklistItem[]; granted: boolean; onClose: () => void; onEnd: () => void }

/** One answer to one request for more days, or to many: what each asks for and how far the last day moves. */
export function ExtensionDialog({ items, granted, onClose, onEnd }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [answer, setAnswer] = useState('')
  const name = t(granted ? 'cases.extension.grant' : 'cases.extension.refuse')
  const { run, isBusy } = useBatch('casework.case.decideExtensionMany', name, () => {
    onEnd()
    onClose()
  })
  const ids = items.map((item) => item.id)
  return (
    <Modal
      open
      width={640}
      title={t('batch.ask', { act: name, count: items.length })}
      okText={name}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: !granted, loading: isBusy }}
      onOk={() => run({ ids, granted, ...(answer.trim() && { answer }) })}
      onCancel={onClose}
    >
      <ul className="extension-list">
        {items.map((item) => (
          <Asked key={item.id} item={item} granted={granted} />
        ))}
      </ul>
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t('cases.extension.answer')}
        </label>
        <Input.TextArea id={id} rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </div>
    </Modal>
  )
}

function Asked({ item: { number, due, note }, granted }: { item: WorklistItem; granted: boolean }) {
  const { t } = useTexts()
  if (!note) return null
  const moves = granted && due && note.dueThen
  return (
    <li>
      <strong>{number}</strong>{' '}
      <span className="quiet">{t('worklist.extension.asks', { name: note.by.name, count: note.days ?? 0 })}</span>
      <div>{note.text}</div>
      {moves && <div className="number">{t('worklist.extension.moves', { from: day(due), to: day(moves) })}</div>}
    </li>
  )
}
