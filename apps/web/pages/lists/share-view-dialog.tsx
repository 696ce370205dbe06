import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { useRoleTitle } from '../use-role-title.ts'
import type { ListView } from './view-state.ts'

/** Roles every bureau begins with; one's own come besides. */
const ROLES = ['officer', 'reviewer', 'investigator', 'data-manager', 'leader']

/** Shows an own view to everybody who holds a role. What each finds in it is limited by their own rights. */
export function ShareViewDialog({ view, onClose }: { view: ListView; onClose: () => void }) {
  const { t } = useTexts()
  const id = useId()
  const { person } = useSession()
  const titleOf = useRoleTitle()
  const [role, setRole] = useState<string | null>(view.role)
  const { mutate, isPending, error } = useCall('casework.view.share')
  const roles = [...new Set([...ROLES, ...(person?.rights ?? []).map((right) => right.role)])]
  return (
    <Modal
      open
      title={t('views.share.title', { name: view.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => mutate({ viewId: view.id, role }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <label className="form-title" htmlFor={id}>
        {t('views.share.with')}
      </label>
      <Select
        id={id}
        style={{ width: '100%' }}
        allowClear
        value={role}
        placeholder={t('views.share.nobody')}
        options={roles.map((one) => ({ value: one, label: titleOf(one) }))}
        onChange={(chosen?: string) => setRole(chosen ?? null)}
      />
      <p className="quiet">{t('views.share.hint')}</p>
      <RefusalNotice error={error} />
    </Modal>
  )
}
