import { Link } from 'react-router'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { CaseTabProps } from '../../../../apps/ui/module-pages.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import './review.css'

type Answered = AnswerOf<'approvals.case.review'>['answers'][number]

const TONES: Record<string, Tone> = { 符合: 'good', 需核实: 'warning', 不符合: 'bad' }

/** 辅助审查 (XX058): what the business rules say of form and map, which of them said so, and by which clause. */
export default function ReviewTab({ case: view }: CaseTabProps) {
  const { t, words } = useTexts()
  const { data, error } = useAsk('approvals.case.review', { caseId: view.id })
  if (error) return <RefusalNotice error={error} />
  if (!data) return null
  if (data.answers.length === 0)
    return <EmptyState small title={t('approvals.review.none')} next={t('approvals.review.none.next')} />
  const measured = data.indicators.filter(({ value }) => value !== null)
  return (
    <>
      {data.answers.map((one) => (
        <Rule key={one.key} one={one} />
      ))}
      <Section title={t('approvals.review.map')}>
        <p className="quiet">{t(measured.length > 0 ? 'approvals.review.map.note' : 'approvals.review.noLand')}</p>
        <Facts
          rows={measured.map(({ title, value }) => [words(title), <Hectares key="value" value={value!} />] as const)}
        />
      </Section>
    </>
  )
}

const Hectares = ({ value }: { value: number }) => <span className="number">{value.toFixed(4)}</span>

function Rule({ one: { key, title, version, outputs, answer } }: { one: Answered }) {
  const { t, said } = useTexts()
  const extra = <Link to={`/rules/${key}?version=${version}`}>{t('approvals.review.version', { version })}</Link>
  if ('code' in answer)
    return (
      <Section title={said(title)} extra={extra}>
        <RefusalNotice error={new ProblemError(answer.code, answer.status, answer.params ?? {})} />
      </Section>
    )
  return (
    <Section title={said(title)} extra={extra}>
      {answer.matched.length === 0 && <p className="quiet">{t('approvals.review.nothing')}</p>}
      {answer.matched.map(({ rule, row, text }, k) => (
        <div key={rule} className="review-rule">
          {outputs.map(({ name, label }) => (
            <Output key={name} label={label} value={answer.results[k]?.[name]} />
          ))}
          <p className="quiet">
            {t('approvals.review.row', { row })} · {said(text)}
          </p>
        </div>
      ))}
      {answer.unknown.length > 0 && (
        <p className="quiet">
          {t('approvals.review.unknown', { names: answer.unknown.map(said).join(t('common.comma')) })}
        </p>
      )}
    </Section>
  )
}

function Output({ label, value }: { label: string; value: unknown }) {
  const { said } = useTexts()
  const text = value === null || value === undefined ? '—' : String(value)
  const tone = TONES[text]
  return (
    <p className="review-output">
      <span className="quiet">{said(label)}</span>{' '}
      {tone ? <StatusDot tone={tone}>{said(text)}</StatusDot> : <span>{said(text)}</span>}
    </p>
  )
}
