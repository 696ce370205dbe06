import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { LinkDialog } from './link-dialog.tsx'

/** A new link for whoever cannot get in, and the end of an account. */
export function PersonActs({ person }: { person: PersonRow }) {
  const { can } = useSession()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening under the buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span onClick={(event) => event.stopPropagation()}>
      {can('administration.person.link') && <NewLink person={person} />}
      {can('administration.person.end') && <EndPerson person={person} />}
    </span>
  )
}

function NewLink({ person: { id, name } }: { person: PersonRow }) {
  const { t } = useTexts()
  const [link, setLink] = useState<string | null>(null)
  const { mutate, isPending, error } = useCall('administration.person.link')
  const make = () => mutate({ person: id }, { onSuccess: (made) => setLink(made.link) })
  return (
    <>
      <Popconfirm title={t('administration.link.ask', { name })} onConfirm={make}>
        <Button size="small" type="text" loading={isPending}>
          {t('administration.link.new')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
      {link && <LinkDialog name={name} link={link} onClose={() => setLink(null)} />}
    </>
  )
}

function EndPerson({ person: { id, name, login } }: { person: PersonRow }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.person.end')
  return (
    <>
      <Popconfirm title={t('administration.end.ask', { name, login })} onConfirm={() => mutate({ person: id })}>
        <Button size="small" type="text" danger loading={isPending}>
          {t('administration.person.end')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
