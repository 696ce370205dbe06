import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import './table.css'

type Props = {
  table: DecisionTable
  /** rules that matched what is being tried */
  hits?: readonly string[]
  /** how often each rule has answered, by its id */
  counts?: Readonly<Record<string, number>>
}

/** A decision table to be read: what is asked at the left, what is answered at the right. */
export function TableView({ table: { hitPolicy, inputs, outputs, annotations, rules }, hits = [], counts }: Props) {
  const { t, said } = useTexts()
  const answered = (result: string) => result.replace(/^"(.*)"$/, (_, text: string) => `"${said(text)}"`)
  return (
    <>
      <p className="quiet">{t(`processes.policy.${hitPolicy}`)}</p>
      <table className="dmn dmn-read">
        <thead>
          <tr>
            <th className="dmn-row" scope="col">
              {t('processes.table.rule')}
            </th>
            {inputs.map(({ id, label, expression }) => (
              <th key={id} scope="col">
                {said(label)} <code>{expression}</code>
              </th>
            ))}
            {outputs.map(({ name, label }) => (
              <th key={name} scope="col" className="dmn-out">
                {said(label)} <code>{name}</code>
              </th>
            ))}
            {annotations.map((title) => (
              <th key={title} scope="col">
                {said(title)}
              </th>
            ))}
            {counts && <th scope="col">{t('processes.rule.answered')}</th>}
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, tests, results, annotations: notes }, row) => (
            <tr key={id} className={hits.includes(id) ? 'is-hit' : ''} aria-current={hits.includes(id)}>
              <th className="dmn-row" scope="row">
                {row + 1}
              </th>
              {[...tests, ...results.map(answered), ...notes.map(said)].map((text, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={column}>{text}</td>
              ))}
              {counts && <td className="number">{counts[id] ?? 0}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
