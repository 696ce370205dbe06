import { Link } from 'react-router'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { instant, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ResultPreview } from '../answers.ts'
import { className } from '../common/class-words.ts'
import { useNotes } from '../common/use-notes.ts'
import { SetActs } from './set-acts.tsx'
import { SetState } from './set-state.tsx'

/** What the set is made of, its areas by class, how they were levelled, what was decided on the way, and the acts. */
export function SetPanel({ set }: { set: ResultPreview }) {
  const { t } = useTexts()
  const { sentence } = useNotes()
  const { notes, problems } = set
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <SetState set={set} />
        </div>
        <h2 className="panel-title">{set.title}</h2>
        <div className="panel-facts">
          <span>
            {set.madeBy} <b>{instant(set.madeAt)}</b>
          </span>
          {set.appliedAt && (
            <span>
              {t('landuse.set.appliedAt')} <b>{instant(set.appliedAt)}</b>
            </span>
          )}
        </div>
      </div>
      <div className="panel-body">
        {problems.length > 0 && (
          <Section title={t('landuse.set.problems')}>
            <ul className="note-list">
              {problems.map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: problems have no other name than their order
                <li key={index}>{sentence(problem)}</li>
              ))}
            </ul>
          </Section>
        )}
        <ClassTotals set={set} />
        <Levelled set={set} />
        {notes.length > 0 && (
          <Section title={t('landuse.set.notes')}>
            <ul className="note-list">
              {notes.map((note, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other name than their order
                <li key={index}>{sentence(note)}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t('landuse.set.cases')}>
          {set.cases.map(({ id, number }) => (
            <div key={id}>
              <Link to={`/cases/${id}`}>{number}</Link>
            </div>
          ))}
          {set.reason && <p className="quiet">{set.reason}</p>}
        </Section>
      </div>
      <SetActs set={set} />
    </>
  )
}

function ClassTotals({ set: { areas, total } }: { set: ResultPreview }) {
  const { t, language } = useTexts()
  const change = total.after - total.before
  return (
    <Section title={t('landuse.set.byClass')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('landuse.item.class')}</th>
            <th className="right">{t('landuse.set.before')}</th>
            <th className="right">{t('landuse.set.after')}</th>
            <th className="right">{t('landuse.set.change')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((row) => (
            <tr key={row.DLBM}>
              <td>{className(row.DLBM, language)}</td>
              <td className="right number">{squareMetres(row.before)}</td>
              <td className="right number">{squareMetres(row.after)}</td>
              <td className={`right number ${row.change < 0 ? 'tally-bad' : ''}`}>{signed(row.change)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('landuse.overlay.sum')}</td>
            <td className="right number">{squareMetres(total.before)}</td>
            <td className="right number">{squareMetres(total.after)}</td>
            <td className="right number">{signed(change)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}

const signed = (value: number) => `${value > 0.004 ? '+' : ''}${squareMetres(Math.abs(value) < 0.005 ? 0 : value)}`

/** 调平: pieces of a patch keep its recorded area. */
function Levelled({ set: { levelling } }: { set: ResultPreview }) {
  const { t } = useTexts()
  if (levelling.length === 0) return null
  return (
    <Section title={t('landuse.set.levelling')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('landuse.item.number')}</th>
            <th className="right">{t('landuse.set.control')}</th>
            <th className="right">{t('landuse.set.measured')}</th>
            <th className="right">{t('landuse.set.levelled')}</th>
          </tr>
        </thead>
        <tbody>
          {levelling.map((row) => (
            <tr key={row.feature}>
              <td>{row.TBBH}</td>
              <td className="right number">{squareMetres(row.control)}</td>
              <td className="right number">{squareMetres(row.measured)}</td>
              <td className="right number">{signed(row.levelled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
