import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { DecisionTable, HitPolicy } from '../../../../kernel/process/decision/table.ts'
import { isResult, isTest } from '../../rules/check-cells.ts'
import { Cell } from './cell.tsx'
import * as edit from './edit-table.ts'

type Props = {
  table: DecisionTable
  /** rules that matched what is being tried */
  hits: string[]
  isEditable: boolean
  onChange: (table: DecisionTable) => void
}

const POLICIES: HitPolicy[] = ['U', 'F', 'A', 'P', 'C', 'R', 'O', 'C+', 'C<', 'C>', 'C#']

/** The table itself: conditions at the left, results at the right, one rule a row. */
export function TableEditor({ table, hits, isEditable, onChange }: Props) {
  const { t } = useTexts()
  return (
    <fieldset className="bare" disabled={!isEditable}>
      <div className="dmn-acts">
        <Select
          aria-label={t('processes.table.policy')}
          style={{ width: 300 }}
          disabled={!isEditable}
          value={table.hitPolicy}
          options={POLICIES.map((value) => ({ value, label: t(`processes.policy.${value}`) }))}
          onChange={(hitPolicy) => onChange({ ...table, hitPolicy })}
        />
        <Button icon={<PlusOutlined />} onClick={() => onChange(edit.addInput(table))}>
          {t('processes.table.addInput')}
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => onChange(edit.addOutput(table))}>
          {t('processes.table.addOutput')}
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => onChange(edit.addRule(table, table.rules.length - 1))}>
          {t('processes.table.addRule')}
        </Button>
      </div>
      <table className="dmn">
        <Heads table={table} onChange={onChange} />
        <tbody>
          {table.rules.map(({ id }, row) => (
            <Rule key={id} table={table} row={row} isHit={hits.includes(id)} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

type PartProps = Pick<Props, 'table' | 'onChange'>

function Heads({ table, onChange }: PartProps) {
  const { t } = useTexts()
  return (
    <thead>
      <tr>
        <th className="dmn-row" scope="col">
          {t('processes.table.rule')}
        </th>
        {table.inputs.map((input, i) => (
          <th key={input.id} scope="col">
            <Head
              label={input.label}
              onLabel={(label) => onChange(edit.setInput(table, i, { label }))}
              onRemove={() => onChange(edit.removeInput(table, i))}
            />
            <Cell
              label={t('processes.table.expression', { column: input.label })}
              value={input.expression}
              isWrong={(text) => text.trim() === '' || !isResult(text)}
              onChange={(expression) => onChange(edit.setInput(table, i, { expression }))}
            />
          </th>
        ))}
        {table.outputs.map((output, i) => (
          <th key={output.name} scope="col" className="dmn-out">
            <Head
              label={output.label}
              onLabel={(label) => onChange(edit.setOutput(table, i, { label }))}
              {...(table.outputs.length > 1 && { onRemove: () => onChange(edit.removeOutput(table, i)) })}
            />
            <Cell
              label={t('processes.table.name', { column: output.label })}
              value={output.name}
              isWrong={(text) => text.trim() === ''}
              onChange={(name) => onChange(edit.setOutput(table, i, { name }))}
            />
            {(table.hitPolicy === 'P' || table.hitPolicy === 'O') && (
              <Cell
                label={t('processes.table.values', { column: output.label })}
                value={output.values.join(', ')}
                isWrong={(text) => text.trim() === ''}
                onChange={(text) => onChange(edit.setOutput(table, i, { values: text.split(/\s*[,，]\s*/) }))}
              />
            )}
          </th>
        ))}
        {table.annotations.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type HeadProps = { label: string; onLabel: (label: string) => void; onRemove?: () => void }

function Head({ label, onLabel, onRemove }: HeadProps) {
  const { t } = useTexts()
  return (
    <div className="dmn-head">
      <Input
        aria-label={t('processes.table.label', { column: label })}
        variant="borderless"
        value={label}
        maxLength={40}
        onChange={({ target }) => onLabel(target.value)}
      />
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('processes.table.removeColumn', { column: label })}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

function Rule({ table, row, isHit, onChange }: PartProps & { row: number; isHit: boolean }) {
  const { t } = useTexts()
  const rule = table.rules[row]!
  const number = row + 1
  const act = (name: string, icon: React.ReactNode, change: DecisionTable) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={t(`processes.table.${name}`, { row: number })}
      onClick={() => onChange(change)}
    />
  )
  const set = (part: 'tests' | 'results' | 'annotations', place: number) => (text: string) =>
    onChange(edit.setCell(table, row, part, place, text))
  return (
    <tr className={isHit ? 'is-hit' : ''}>
      <th className="dmn-row" scope="row">
        {number}
        <div>
          {act('up', <ArrowUpOutlined />, edit.moveRule(table, row, row - 1))}
          {act('down', <ArrowDownOutlined />, edit.moveRule(table, row, row + 1))}
          {act('removeRule', <DeleteOutlined />, edit.removeRule(table, row))}
        </div>
      </th>
      {table.inputs.map(({ id, label }, i) => (
        <td key={id}>
          <Cell
            label={`${label} ${number}`}
            value={rule.tests[i] ?? '-'}
            isWrong={(text) => !isTest(text)}
            onChange={set('tests', i)}
          />
        </td>
      ))}
      {table.outputs.map(({ name, label }, i) => (
        <td key={name}>
          <Cell
            label={`${label} ${number}`}
            value={rule.results[i] ?? ''}
            isWrong={(text) => !isResult(text)}
            onChange={set('results', i)}
          />
        </td>
      ))}
      {table.annotations.map((title, i) => (
        <td key={title}>
          <Cell
            label={`${title} ${number}`}
            value={rule.annotations[i] ?? ''}
            isWrong={() => false}
            onChange={set('annotations', i)}
          />
        </td>
      ))}
    </tr>
  )
}
