import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import type { RuleAnswer } from '../../rules/answer-rule.ts'

/** A value as it is read: yes or no in words, lists parted. */
export function useValueText(): (value: unknown) => string {
  const { t, said } = useTexts()
  const text = (value: unknown): string => {
    if (value === true || value === false) return t(value ? 'common.yes' : 'common.no')
    if (value === null || value === undefined) return '—'
    if (Array.isArray(value)) return value.map(text).join(t('common.comma'))
    return typeof value === 'object' ? JSON.stringify(value) : said(String(value))
  }
  return text
}

/** What the table says, which of its rules said so, and by which of the values. */
export function Answer({ table, answer }: { table: Pick<DecisionTable, 'outputs'>; answer: RuleAnswer }) {
  const { t, said } = useTexts()
  const text = useValueText()
  return (
    <>
      {!answer.isDecided && <p className="quiet">{t('processes.rule.bench.nothing')}</p>}
      {answer.results.map((outputs, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: results have no name but their place
        <dl key={i} className="facts rule-result">
          {table.outputs.map(({ name, label }) => (
            <div key={name} className="fact">
              <dt>{said(label)}</dt>
              <dd>
                <b>{text(outputs[name])}</b>
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {answer.matched.map(({ rule, row, text: note, because }) => (
        <p key={rule} className="rule-matched">
          <span className="tag">{t('processes.rule.matched', { row })}</span> {said(note)}
          {because.map(({ label, value, test }) => (
            <span key={label} className="quiet">
              {t('processes.rule.because', { label: said(label), value: text(value), test })}
            </span>
          ))}
        </p>
      ))}
      {answer.unknown.length > 0 && (
        <p className="quiet">
          {t('processes.rule.unknown', { names: answer.unknown.map(said).join(t('common.comma')) })}
        </p>
      )}
    </>
  )
}
