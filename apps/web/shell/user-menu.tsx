import { Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import type { Person } from '../../../kernel/identity/can.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'

export function UserMenu({ person }: { person: Person }) {
  const { t } = useTexts()
  const { signOut, can } = useSession()
  const navigate = useNavigate()
  const items = [
    { key: 'who', label: `${person.name} · ${person.organisation.name}`, disabled: true },
    { key: 'account', label: t('administration.password.set'), onClick: () => navigate('/account') },
    ...(can('casework.delegation.grant')
      ? [{ key: 'delegations', label: t('delegations.title'), onClick: () => navigate('/delegations') }]
      : []),
    { key: 'out', label: t('web.signOut'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="shell-tool" aria-label={t('web.user', { name: person.name })}>
        <span className="avatar" data-letter={person.name.slice(0, 1)} aria-hidden />
        <span className="shell-user-name">{person.name}</span>
      </button>
    </Dropdown>
  )
}
