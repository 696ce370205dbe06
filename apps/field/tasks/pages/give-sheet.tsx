import { useState } from 'react'
import { mayDoAll } from '../../../../modules/fieldwork/dispatch/rules/may-do.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem } from '../../../ui/problem.ts'
import { useCall } from '../../../ui/queries.ts'
import { Notice } from '../../parts/notice.tsx'
import { Sheet } from '../acts/sheet.tsx'
import type { DispatchRow, Worker } from './answers.ts'
import { Refused } from './refused.tsx'

type Props = {
  rows: readonly DispatchRow[]
  people: readonly Worker[]
  onClose: () => void
  /** ids of the tasks that were given */
  onGiven: (done: string[]) => void
}

/** Who gets the chosen tasks: those first who have least to do; who may not work there is not offered. */
export function GiveSheet({ rows, people, onClose, onGiven }: Props) {
  const { t } = useTexts()
  const [to, setTo] = useState<string | null>(null)
  const assign = useCall('fieldwork.dispatch.assign')
  const wanted = rows.map(({ areaCode, business }) => ({ areaCode, business, organisation: null }))
  const able = people.filter((one) => mayDoAll(one, wanted)).toSorted((a, b) => a.open - b.open)
  const give = () =>
    assign.mutate(
      {
        how: 'hand',
        reason: t('field.dispatch.reason.hand'),
        assignments: rows.map(({ id, revision }) => ({ taskId: id, to: to!, revision })),
      },
      { onSuccess: ({ done, refused }) => refused.length === 0 && onGiven(done) },
    )
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  if (assign.data?.refused.length)
    return (
      <Refused
        {...assign.data}
        title={t('field.dispatch.give', { count: rows.length })}
        numberOf={(id) => numbers.get(id) ?? id}
        onClose={() => onGiven(assign.data.done)}
      />
    )
  return (
    <Sheet
      title={t('field.dispatch.give', { count: rows.length })}
      onClose={onClose}
      actions={
        <button type="button" className="button button-main" disabled={!to || assign.isPending} onClick={give}>
          {t('field.dispatch.confirm')}
        </button>
      }
    >
      {assign.error && <Notice problem={asProblem(assign.error)} />}
      {able.length === 0 && <p className="quiet">{t('field.dispatch.nobody')}</p>}
      <ul className="people">
        {able.map(({ id, name, organisation, open, overdue, done }) => (
          <li key={id}>
            <button type="button" className="person" aria-pressed={id === to} onClick={() => setTo(id)}>
              <strong>{name}</strong>
              <span>{organisation}</span>
              <span>{t('field.dispatch.load', { open, overdue, done })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
