import { Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { BatchView, ReportRow } from '../answers.ts'

type Props = {
  batch: BatchView
  mapping: Record<string, string>
  /** Left out: the mapping can no longer be changed. */
  onChange?: (name: string, field: string | undefined) => void
  /** Beside a map: one example, and no word on why. */
  isNarrow?: boolean
}

const NONE = ''

/** What is wanted, which field of the delivery feeds it and why, and the first values of that field. */
export function MappingTable({ batch, mapping, onChange, isNarrow }: Props) {
  const { t } = useTexts()
  const first = useAsk('landuse.batch.report', { batchId: batch.id, page: 1, pageSize: 3 })
  const options = [
    { value: NONE, label: t('landuse.mapping.none') },
    ...batch.fields.map(({ name }) => ({ value: name, label: name })),
  ]
  const because = (name: string) => {
    const how = mapping[name] === batch.mapping[name] ? batch.mappingHow[name] : mapping[name] && 'confirmed'
    return how ? t(`landuse.mapping.how.${how}`) : '—'
  }
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('landuse.mapping.wanted')}</th>
          <th>{t('landuse.mapping.field')}</th>
          {!isNarrow && <th>{t('landuse.mapping.how')}</th>}
          <th>{t('landuse.mapping.preview')}</th>
        </tr>
      </thead>
      <tbody>
        {batch.wanted.map(({ name, required }) => (
          <tr key={name}>
            <td>
              {t(`landuse.field.${name}`)}
              {required && (
                <span className="required" title={t('landuse.mapping.required')}>
                  {' '}
                  *
                </span>
              )}
            </td>
            <td>
              {onChange ? (
                <Select
                  size="small"
                  style={{ width: isNarrow ? 110 : 150 }}
                  aria-label={t(`landuse.field.${name}`)}
                  status={required && !mapping[name] ? 'error' : ''}
                  value={mapping[name] ?? NONE}
                  options={options}
                  onChange={(field) => onChange(name, field === NONE ? undefined : field)}
                />
              ) : (
                (mapping[name] ?? '—')
              )}
            </td>
            {!isNarrow && <td className="quiet">{because(name)}</td>}
            <td className="plain-table-values">
              {valuesOf((first.data?.rows ?? []).slice(0, isNarrow ? 1 : 3), mapping[name])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function valuesOf(rows: ReportRow[], field: string | undefined): string {
  if (!field) return '—'
  return rows.map(({ attributes }) => attributes[field] ?? '∅').join('、') || '—'
}
