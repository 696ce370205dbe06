import '../list-head.css'
import '../cards.css'
import '../drawing.css'
import '../sheets.css'
import '../history.css'
import '../across.css'
import { useState } from 'react'
import { allocate } from '../../../../modules/fieldwork/dispatch/rules/allocate.ts'
import type { Plan } from '../../../../modules/fieldwork/dispatch/rules/plan.ts'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem } from '../../../ui/problem.ts'
import { useAsk } from '../../../ui/queries.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import type { DispatchRow } from './answers.ts'
import { GiveSheet } from './give-sheet.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { UndoBar } from './undo-bar.tsx'

const STATES = ['waiting', 'given', 'claimed', 'done'] as const

/** 派发 on the phone of a field administrator: what waits, given by hand to one person or by the rules to several. */
export function DispatchPage({ sync }: PageProps) {
  const { t } = useTexts()
  const [state, setState] = useState<(typeof STATES)[number]>('waiting')
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isGiving, setGiving] = useState(false)
  const [plan, setPlan] = useState<Plan | null>(null)
  const [given, setGiven] = useState<string[]>([])
  const list = useAsk('fieldwork.dispatch.list', { state, pageSize: 200, ...(text && { text }) }, { keep: true })
  const people = useAsk('fieldwork.dispatch.people', {})
  const rules = useAsk('fieldwork.dispatch.rule.list', {})
  const places = useAsk('fieldwork.dispatch.places', { state: 'waiting', ...(text && { text }) })
  const rows = list.data?.rows ?? []
  const problem = list.error ?? people.error ?? rules.error
  const isPlannable = state === 'waiting' && people.data && rules.data && places.data
  const plans = () => isPlannable && setPlan(allocate(places.data!.places, people.data!.rows, rules.data!.rows))
  const after = (done: string[]) => {
    setGiving(false)
    setPlan(null)
    setTicked(new Set())
    setGiven(done)
  }
  return (
    <>
      <TopBar title={t('field.dispatch')} back="#/tasks" sync={sync} />
      <nav className="tabs" aria-label={t('field.dispatch')}>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === state ? 'page' : undefined}
            onClick={() => setState(one)}
          >
            {t(`field.dispatch.tab.${one}`)}
          </button>
        ))}
      </nav>
      <div className="list-tools">
        <input
          type="search"
          aria-label={t('field.tasks.search')}
          placeholder={t('field.tasks.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <main className="list">
        {problem && <Notice problem={asProblem(problem)} onRetry={() => void list.refetch()} />}
        {given.length > 0 && <UndoBar taskIds={given} onUndone={() => setGiven([])} />}
        {list.data && (
          <p className="quiet">{t('field.dispatch.count', { count: list.data.total, shown: rows.length })}</p>
        )}
        {list.data?.total === 0 && (
          <EmptyNote title={t(`field.dispatch.none.${state}`)} next={t('field.dispatch.none.next')} />
        )}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} isTicked={ticked.has(row.id)} onTick={() => setTicked(toggle(ticked, row.id))} />
            </li>
          ))}
        </ul>
      </main>
      {state !== 'done' && (
        <div className="actions actions-two">
          <button type="button" className="button" disabled={!isPlannable} onClick={plans}>
            {t('field.dispatch.byRule')}
          </button>
          <button
            type="button"
            className="button button-main"
            disabled={ticked.size === 0}
            onClick={() => setGiving(true)}
          >
            {t('field.dispatch.give', { count: ticked.size })}
          </button>
        </div>
      )}
      {isGiving && (
        <GiveSheet
          rows={rows.filter(({ id }) => ticked.has(id))}
          people={people.data?.rows ?? []}
          onClose={() => setGiving(false)}
          onGiven={after}
        />
      )}
      {plan && <PlanSheet plan={plan} people={people.data?.rows ?? []} onClose={() => setPlan(null)} onGiven={after} />}
    </>
  )
}

function Row({ row, isTicked, onTick }: { row: DispatchRow; isTicked: boolean; onTick: () => void }) {
  const { t, words } = useTexts()
  return (
    <label className="task task-tick" data-chosen={isTicked}>
      <input type="checkbox" checked={isTicked} onChange={onTick} aria-label={row.number} />
      <span className="task-body">
        <strong>{row.number}</strong>
        <span className="task-title">{row.title}</span>
        <span className="task-facts">
          <span>{words(row.businessTitle)}</span>
          {row.due && <span>{t('field.due', { day: day(row.due) })}</span>}
          {row.holder && <span>{row.holder.name}</span>}
          {row.heldOperations > 0 && (
            <span className="task-due-overdue">{t('field.node.held', { count: row.heldOperations })}</span>
          )}
        </span>
      </span>
    </label>
  )
}

function toggle(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
