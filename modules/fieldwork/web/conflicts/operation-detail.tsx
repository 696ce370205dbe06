import { Button, Input, message } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { Conflict } from './answers.ts'
import { FieldChoices, type Side } from './field-choices.tsx'
import { Outlines } from './outlines.tsx'

/** One act: what it says beside what is there; a conflict is settled field by field, the rest as a whole. */
export function OperationDetail({ operationId }: { operationId: string }) {
  const { data, error } = useAsk('fieldwork.conflict.view', { operationId })
  if (error) return <RefusalNotice error={error} />
  if (!data) return <PageSkeleton />
  return <Loaded key={data.settledHow ?? ''} view={data} />
}

const sidesOf = ({ fields }: Conflict): Record<string, Side> =>
  Object.fromEntries(fields.map(({ name, isConflict }) => [name, isConflict ? 'theirs' : 'mine']))

function Loaded({ view }: { view: Conflict }) {
  const { t } = useTexts()
  const [sides, setSides] = useState(() => sidesOf(view))
  const isConflict = view.status === 'conflict' && !view.settledHow
  const take = (side: Side) => setSides(Object.fromEntries(view.fields.map(({ name }) => [name, side])))
  return (
    <section className="held-detail card" aria-label={t('field.desk.detail')}>
      <Facts view={view} />
      {view.outlines && (view.outlines.mine ?? view.outlines.theirs) && <Outlines outlines={view.outlines} />}
      {view.fields.length > 0 && (
        <Section
          title={t('field.desk.fields')}
          extra={
            isConflict && (
              <span className="held-both">
                <Button size="small" onClick={() => take('mine')}>
                  {t('field.desk.take.mine')}
                </Button>
                <Button size="small" onClick={() => take('theirs')}>
                  {t('field.desk.take.theirs')}
                </Button>
              </span>
            )
          }
        >
          <FieldChoices
            fields={view.fields}
            sides={sides}
            {...(isConflict && { onChoose: (name: string, side: Side) => setSides({ ...sides, [name]: side }) })}
          />
        </Section>
      )}
      {!view.settledHow && <Decide view={view} sides={sides} />}
    </section>
  )
}

function Facts({ view }: { view: Conflict }) {
  const { t } = useTexts()
  const { sentenceOf } = useSentence()
  const { settled, problem } = view.answer
  return (
    <header className="held-facts">
      <h2>
        {t(`field.desk.kind.${view.kind}`)} {view.caseId && <Link to={`/cases/${view.caseId}`}>{view.number}</Link>}
      </h2>
      <p className="quiet">
        {t('field.desk.from', { person: view.person, at: instant(view.receivedAt), sequence: view.sequence })}
      </p>
      {problem && (
        <p className="held-why">{sentenceOf(new ProblemError(problem.code, problem.status, problem.params))}</p>
      )}
      {settled && (
        <p role="status">
          {t('field.desk.settledBy', {
            how: t(`field.desk.settled.${settled.how}`),
            by: settled.by,
            at: instant(settled.at),
          })}
          {settled.reason && ` ${settled.reason}`}
        </p>
      )}
    </header>
  )
}

function Decide({ view, sides }: { view: Conflict; sides: Record<string, Side> }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [reason, setReason] = useState('')
  const resolve = useCall('fieldwork.conflict.resolve')
  const adopt = useCall('fieldwork.operation.adopt')
  const decline = useCall('fieldwork.operation.decline')
  const error = resolve.error ?? adopt.error ?? decline.error
  const told = { onSuccess: () => void message.success(t('field.desk.done')) }
  const operationId = view.id
  const why = reason.trim()
  const more = why ? { reason: why } : {}
  const take = Object.keys(sides).filter((name) => sides[name] === 'mine')
  const isConflict = view.status === 'conflict' && view.fields.length > 0
  const where = view.areaCode ? { area: view.areaCode } : {}
  if (!can('fieldwork.operation.adopt', where)) return <p className="quiet">{t('field.desk.mayNot')}</p>
  return (
    <Section title={t('field.desk.decide')}>
      {error && <RefusalNotice error={error} />}
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={reason}
        aria-label={t('field.desk.reason')}
        placeholder={t('field.desk.reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="held-acts">
        {isConflict ? (
          <Button
            type="primary"
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ operationId, take, ...more }, told)}
          >
            {t('field.desk.resolve', { mine: take.length, theirs: view.fields.length - take.length })}
          </Button>
        ) : (
          <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate({ operationId, ...more }, told)}>
            {t('field.desk.adopt')}
          </Button>
        )}
        <Button
          danger
          disabled={why === ''}
          title={why === '' ? t('field.desk.decline.reason') : undefined}
          loading={decline.isPending}
          onClick={() => decline.mutate({ operationId, reason: why }, told)}
        >
          {t('field.desk.decline')}
        </Button>
        {why === '' && <span className="quiet">{t('field.desk.decline.reason')}</span>}
      </div>
    </Section>
  )
}
