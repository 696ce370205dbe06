import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { workingDaysOf, yearProblem } from '../../../../kernel/calendar/check-year.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { LimitCount } from './limit-count.tsx'
import { PublishYear } from './publish-year.tsx'
import { type Marks, marksOf, noticeOf, toggled } from './year-marks.ts'
import { YearMonths } from './year-months.tsx'
import './calendar.css'

export type KnownYear = AnswerOf<'administration.calendar.list'>['rows'][number]

/** 工作日历: the holidays and moved working days of a year as a notice announced them, and what follows for limits. */
export function WorkingCalendar() {
  const { data, error, refetch } = useAsk('administration.calendar.list', {})
  const [chosen, setChosen] = useState(new Date().getFullYear())
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  const known = data.rows.find(({ year }) => year === chosen)
  // Begun anew for another year, and when somebody has published meanwhile.
  return (
    <Year key={`${chosen} ${known?.publishedAt}`} year={chosen} known={known} years={data.rows} onYear={setChosen} />
  )
}

type Props = { year: number; known: KnownYear | undefined; years: KnownYear[]; onYear: (year: number) => void }

function Year({ year, known, years, onYear }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [source, setSource] = useState(known?.source ?? '')
  const [marks, setMarks] = useState<Marks>(() => (known ? marksOf(known) : new Map()))
  const given = { year, source, ...noticeOf(marks) }
  const reset = () => {
    setOpen(false)
    setSource(known?.source ?? '')
    setMarks(known ? marksOf(known) : new Map())
  }
  return (
    <div className="parts calendar">
      <div className="calendar-bar">
        <YearChoice year={year} years={years} onYear={onYear} />
        {known ? (
          <StandingOf known={known} />
        ) : (
          <span className="status-warning">{t('calendar.unknown', { year })}</span>
        )}
        <span className="calendar-acts">
          {isOpen ? (
            <>
              <Button onClick={reset}>{t('common.cancel')}</Button>
              <PublishYear given={given} problem={yearProblem(given)} />
            </>
          ) : (
            can('administration.calendar.publish') && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {t(known ? 'calendar.edit' : 'calendar.begin', { year })}
              </Button>
            )
          )}
        </span>
      </div>
      <div className="calendar-body">
        <YearMonths
          year={year}
          marks={marks}
          {...(isOpen && { onPress: (day: string) => setMarks(toggled(marks, day)) })}
        />
        <aside className="calendar-side">
          <h3 className="section-title">{t('calendar.source')}</h3>
          {isOpen ? (
            <Input.TextArea
              aria-label={t('calendar.source')}
              autoSize={{ minRows: 2 }}
              maxLength={300}
              value={source}
              placeholder={t('calendar.source.hint', { year })}
              onChange={({ target }) => setSource(target.value)}
            />
          ) : (
            <p>{known?.source ?? '—'}</p>
          )}
          <p>{t('calendar.workingDays', { count: workingDaysOf(given) })}</p>
          <Legend isOpen={isOpen} />
          <LimitCount years={[...years.filter((one) => one.year !== year), given]} year={year} />
        </aside>
      </div>
    </div>
  )
}

function YearChoice({ year, years, onYear }: Pick<Props, 'year' | 'years' | 'onYear'>) {
  const { t } = useTexts()
  const last = Math.max(year, new Date().getFullYear(), ...years.map((one) => one.year))
  const all = [...new Set([...years.map((one) => one.year), year, last, last + 1])].sort((a, b) => a - b)
  return (
    <Select
      aria-label={t('calendar.year')}
      style={{ width: 120 }}
      value={year}
      options={all.map((one) => ({ value: one, label: t('calendar.year.of', { year: one }) }))}
      onChange={onYear}
    />
  )
}

function StandingOf({ known: { publishedAt, publishedBy } }: { known: KnownYear }) {
  const { t } = useTexts()
  return (
    <span className="quiet">
      {publishedAt
        ? t('calendar.publishedBy', { name: publishedBy?.name ?? '—', at: instant(publishedAt) })
        : t('calendar.shipped')}
    </span>
  )
}

function Legend({ isOpen }: { isOpen: boolean }) {
  const { t } = useTexts()
  return (
    <ul className="calendar-legend">
      <li>
        <span className="calendar-key day-off">{t('calendar.off.mark')}</span> {t('calendar.off')}
      </li>
      <li>
        <span className="calendar-key day-work">{t('calendar.work.mark')}</span> {t('calendar.work')}
      </li>
      <li>
        <span className="calendar-key day-weekend">6</span> {t('calendar.weekend')}
      </li>
      {isOpen && <li className="quiet">{t('calendar.press')}</li>}
    </ul>
  )
}
