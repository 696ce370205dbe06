import { LeftOutlined, PlusOutlined, RightOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBusinessTitle } from '../use-business-name.ts'
import type { Card } from './card.ts'

type Props = {
  card: Card
  onStar: () => void
  onMove?: (by: -1 | 1) => void
  isFirst?: boolean
  isLast?: boolean
}

/** One business: what waits there, where to begin, its cases. */
export function BusinessCard({ card, onStar, onMove, isFirst, isLast }: Props) {
  const { t } = useTexts()
  const name = useBusinessTitle()({ code: card.business, titles: card.titles })
  const star = t(card.isFavourite ? 'centre.unfavourite' : 'centre.favourite', { name })
  return (
    <li className="card centre-card">
      <header className="centre-head">
        <h3>{name}</h3>
        {onMove && (
          <>
            <Move
              label={t('centre.earlier', { name })}
              icon={<LeftOutlined />}
              isOff={isFirst}
              onMove={() => onMove(-1)}
            />
            <Move
              label={t('centre.later', { name })}
              icon={<RightOutlined />}
              isOff={isLast}
              onMove={() => onMove(1)}
            />
          </>
        )}
        <Button
          type="text"
          size="small"
          aria-label={star}
          aria-pressed={card.isFavourite}
          icon={card.isFavourite ? <StarFilled className="centre-star" /> : <StarOutlined />}
          onClick={onStar}
        />
      </header>
      <Counts card={card} name={name} />
      <Ways card={card} />
    </li>
  )
}

type MoveProps = { label: string; icon: React.ReactNode; isOff: boolean | undefined; onMove: () => void }

const Move = ({ label, icon, isOff = false, onMove }: MoveProps) => (
  <Button type="text" size="small" aria-label={label} icon={icon} disabled={isOff} onClick={onMove} />
)

/** Each number leads to the tasks behind it. */
function Counts({ card, name }: { card: Card; name: string }) {
  const { t } = useTexts()
  const { business, todo, doing, overdue, nearlyDue } = card
  const of = `business=${encodeURIComponent(business)}`
  // Late ones lie in two boxes: the one that has some is opened, to-do first.
  const late = (lamp: string, toDo: number) => `/?${toDo > 0 ? '' : 'box=doing&'}lamp=${lamp}&${of}`
  const counts = [
    ['todo', todo, `/?${of}`, ''],
    ['doing', doing, `/?box=doing&${of}`, ''],
    ['overdue', overdue, late('red', card.overdueToDo), overdue > 0 ? 'centre-red' : ''],
    ['nearlyDue', nearlyDue, late('yellow', card.nearlyDueToDo), nearlyDue > 0 ? 'centre-yellow' : ''],
  ] as const
  return (
    <div className="centre-counts">
      {counts.map(([key, n, to, tone]) => (
        <Link key={key} to={to} aria-label={`${name} ${t(`centre.${key}`)} ${n}`}>
          <b className={`number ${tone} ${n === 0 ? 'centre-zero' : ''}`}>{count(n)}</b>
          <span className="quiet">{t(`centre.${key}`)}</span>
        </Link>
      ))}
    </div>
  )
}

function Ways({ card: { business, begin } }: { card: Card }) {
  const { t, words } = useTexts()
  return (
    <footer className="centre-ways">
      {begin.map(({ title, way }) => (
        <Link key={addressOf(way)} to={addressOf(way)} title={t('centre.begin.one', { title: words(title) })}>
          <PlusOutlined /> {begin.length === 1 ? t('centre.begin') : words(title)}
        </Link>
      ))}
      <Link className="centre-all" to={`/cases?business=${encodeURIComponent(business)}`}>
        {t('centre.cases')}
      </Link>
    </footer>
  )
}

const addressOf = (way: Card['begin'][number]['way']): string =>
  way.kind === 'item' ? `/filing/${way.code}` : `/new-case/${way.key}`
