import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import type { ListPage, ListView, ViewInput } from './view-state.ts'

type Props = { page: ListPage; input: ViewInput; view: ListView | null; onClose: () => void }

/** Gives the filters in the address a name, or an own view another one. */
export function NameViewDialog({ page, input, view, onClose }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [name, setName] = useState(view?.name ?? '')
  const { mutate, isPending, error } = useCall('casework.view.save')
  const save = () => mutate({ ...(view && { id: view.id }), page, name, input }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={t(view ? 'views.rename' : 'views.save')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <label className="form-title" htmlFor={id}>
        {t('views.name')}
      </label>
      <Input
        id={id}
        autoFocus
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => name.trim() !== '' && save()}
      />
      <p className="quiet">{t('views.name.hint')}</p>
      <RefusalNotice error={error} />
    </Modal>
  )
}
