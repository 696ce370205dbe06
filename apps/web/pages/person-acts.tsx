import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '../../../modules/administration/queries/list-people.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { LinkDialog } from './link-dialog.tsx'
import { PersonDialog } from './people/person-dialog.tsx'

/** Details, a new link for whoever cannot get in, the end of an account and its way back. */
export function PersonActs({ person }: { person: PersonRow }) {
  const { can } = useSession()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening under the buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span onClick={(event) => event.stopPropagation()}>
      {can('administration.person.change') && <ChangePerson person={person} />}
      {!person.ended && can('administration.person.link') && <NewLink person={person} />}
      {!person.ended && can('administration.person.end') && <EndPerson person={person} />}
      {person.ended && can('administration.person.resume') && <Resume person={person} />}
      {person.ended && can('administration.person.delete') && <DeletePerson person={person} />}
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

function ChangePerson({ person }: { person: PersonRow }) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        {t('administration.edit')}
      </Button>
      {isOpen && <PersonDialog person={person} onClose={() => setOpen(false)} />}
    </>
  )
}

function Resume({ person: { id } }: { person: PersonRow }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.person.resume')
  return (
    <>
      <Button size="small" type="text" loading={isPending} onClick={() => mutate({ person: id })}>
        {t('administration.person.resume')}
      </Button>
      <RefusalNotice error={error} />
    </>
  )
}

function DeletePerson({ person: { id, name, login } }: { person: PersonRow }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.person.delete')
  return (
    <>
      <Popconfirm title={t('administration.delete.ask', { name, login })} onConfirm={() => mutate({ person: id })}>
        <Button size="small" type="text" danger loading={isPending}>
          {t('common.delete')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
