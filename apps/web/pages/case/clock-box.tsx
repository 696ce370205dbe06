import { DownOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { Lamp } from '../../../ui/components/lamp.tsx'
import { Facts } from '../../../ui/components/section.tsx'
import { day, instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { isOpen } from '../case-columns.tsx'

/** The case's clock in one line; behind it the limit, every pause, and why it stands still. */
export function ClockBox({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const [isShown, setShown] = useState(false)
  if (!isOpen(view.state)) return null
  const running = view.pauses.find(({ ended_at }) => ended_at === null)
  if (view.limitDays === null && view.pauses.length === 0) return null
  return (
    <Popover
      {...{ trigger: 'click', placement: 'bottomRight', open: isShown, onOpenChange: setShown }}
      title={t('clock.title')}
      content={<ClockFacts case={view} />}
    >
      <button
        type="button"
        className="clock-line"
        onKeyDown={({ key }) => {
          if (key === 'Escape') setShown(false)
        }}
      >
        <Lamp lamp={view.lamp} />
        {running ? t(`clock.pause.${running.kind}`) : view.due ? <b>{day(view.due)}</b> : t(restOf(view))}
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
        <span className="visually-hidden">{t('clock.title')}</span>
      </button>
    </Popover>
  )
}

/** No last day: the clock has not begun, or there is no limit. */
const restOf = ({ limitDays, clockFrom }: CaseView) =>
  limitDays !== null && clockFrom === null ? 'clock.notBegun' : 'clock.none'

function ClockFacts({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const running = view.pauses.find(({ ended_at }) => ended_at === null)
  return (
    <div className="clock-facts">
      <Facts
        rows={[
          [t('clock.limit'), view.limitDays === null ? t('clock.none') : t('clock.days', { count: view.limitDays })],
          [t('cases.opened'), instant(view.openedAt)],
          [t('clock.from'), view.clockFrom ? day(view.clockFrom) : t('clock.notBegun')],
          [t('cases.due'), running ? t('clock.stands') : view.due ? day(view.due) : '—'],
        ]}
      />
      <Extensions case={view} />
      {view.pauses.length > 0 && (
        <ol className="clock-pauses">
          {view.pauses.toReversed().map((pause) => (
            <li key={pause.id}>
              <div>
                <span className="tag">{t(`clock.pause.${pause.kind}`)}</span> {instant(pause.began_at)} –{' '}
                {pause.ended_at ? instant(pause.ended_at) : t('clock.now')}
              </div>
              <div>{pause.reason}</div>
              {!pause.ended_at && pause.until && (
                <div className="quiet">{t('clock.until', { day: day(pause.until) })}</div>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className="quiet">{t('clock.law')}</p>
    </div>
  )
}

/** 延期: what was granted, and by whom; what was refused and why. */
function Extensions({ case: { extensions } }: { case: CaseView }) {
  const { t } = useTexts()
  const decided = extensions.filter(({ decidedAt }) => decidedAt !== null)
  if (decided.length === 0) return null
  return (
    <ol className="clock-pauses">
      {decided.map(({ id, days, granted, reason, answer, decidedBy, decidedAt }) => (
        <li key={id}>
          <div>
            <span className="tag">{t(granted ? 'clock.extended' : 'clock.notExtended', { count: days })}</span>{' '}
            {decidedBy?.name} {decidedAt && instant(decidedAt)}
          </div>
          <div>{reason}</div>
          {answer && <div className="quiet">{answer}</div>}
        </li>
      ))}
    </ol>
  )
}
