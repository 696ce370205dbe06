import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { mayDoAll } from '../../dispatch/rules/may-do.ts'
import type { Place, Worker } from './answers.ts'
import type { Given } from './given-notice.tsx'

type Props = {
  people: readonly Worker[]
  chosen: readonly Place[]
  state: string
  onHolder: (id: string) => void
  onGiven: (given: Given) => void
}

/** Field staff of the organisation, those with least to do first; who may not do all that is chosen cannot be given it. */
export function PeopleList({ people, chosen, state, onHolder, onGiven }: Props) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const [text, setText] = useState('')
  const assign = useCall('fieldwork.dispatch.assign')
  const found = people
    .filter(({ name, organisation }) => `${name} ${organisation}`.includes(text.trim()))
    .toSorted((a, b) => a.open - b.open)
  const give = (to: string) =>
    assign.mutate(
      {
        how: 'hand',
        reason: t('fieldwork.dispatch.reason.hand'),
        assignments: chosen.slice(0, 500).map(({ id, revision }) => ({ taskId: id, to, revision })),
      },
      {
        onSuccess: ({ done, refused }) => onGiven({ done, refused }),
        onError: (error) => void message.error(sentenceOf(error)),
      },
    )
  if (people.length === 0)
    return (
      <EmptyState small title={t('fieldwork.dispatch.people.none')} next={t('fieldwork.dispatch.people.none.next')} />
    )
  return (
    <>
      {people.length > 6 && (
        <Input.Search
          allowClear
          placeholder={t('fieldwork.dispatch.people.find')}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className="dispatch-people">
        {found.map((one) => (
          <Person
            key={one.id}
            one={one}
            canTake={state !== 'done' && chosen.length > 0 && mayDoAll(one, chosen)}
            isAsked={chosen.length > 0}
            isBusy={assign.isPending}
            onGive={() => give(one.id)}
            onHolder={() => onHolder(one.id)}
          />
        ))}
      </ul>
    </>
  )
}

type PersonProps = {
  one: Worker
  canTake: boolean
  isAsked: boolean
  isBusy: boolean
  onGive: () => void
  onHolder: () => void
}

function Person({ one, canTake, isAsked, isBusy, onGive, onHolder }: PersonProps) {
  const { t } = useTexts()
  const nameOf = useAreaNames()
  const areas = [
    ...new Set(one.rights.map(({ area }) => (area === '' ? t('fieldwork.dispatch.everywhere') : nameOf(area)))),
  ]
  return (
    <li>
      <div>
        <strong>{one.name}</strong> <span className="quiet">{one.organisation}</span>
        <div className="quiet">{areas.join(t('common.comma'))}</div>
        <button type="button" className="link-button" onClick={onHolder}>
          {t('fieldwork.dispatch.load', { open: one.open, claimed: one.claimed, overdue: one.overdue, done: one.done })}
        </button>
        {isAsked && !canTake && <div className="quiet">{t('fieldwork.dispatch.people.cannot')}</div>}
      </div>
      <Button size="small" type="primary" ghost disabled={!canTake || isBusy} onClick={onGive}>
        {t('fieldwork.dispatch.give')}
      </Button>
    </li>
  )
}
