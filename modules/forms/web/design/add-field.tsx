import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FieldType, FormDefinition, SimpleField } from '../../../../kernel/forms/definition.ts'
import { addColumn, blankField, columnTypes, fieldTypes, insertAfter, type Path } from '../../rules/edit-definition.ts'
import { formsWords } from '../texts.ts'

type Props = {
  definition: FormDefinition
  path: Path | null
  onAdded: (added: { definition: FormDefinition; path: Path }) => void
}

const titleOf = (type: FieldType) => formsWords[`forms.type.${type}`] ?? { zh: type, en: type }

/** A new field after the chosen one; where a table is chosen also a column of it. */
export function AddField({ definition, path, onAdded }: Props) {
  const { t, words } = useTexts()
  const table = path && definition.fields[path[0]]?.type === 'table' ? path[0] : null
  const add = (type: FieldType) => {
    const names = definition.fields.map(({ name }) => name)
    onAdded(insertAfter(definition, path, blankField(type, titleOf(type), names)))
  }
  const addColumnOf = (type: FieldType, at: number) => {
    const field = definition.fields[at]
    const names = field?.type === 'table' ? field.columns.map(({ name }) => name) : []
    onAdded(addColumn(definition, at, blankField(type, titleOf(type), names) as SimpleField))
  }
  const items = fieldTypes.map((type) => ({ key: type, label: words(titleOf(type)), onClick: () => add(type) }))
  const columns = columnTypes.map((type) => ({ key: type, label: words(titleOf(type)) }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="primary" icon={<PlusOutlined />}>
          {t('forms.add')}
        </Button>
      </Dropdown>
      {table !== null && (
        <Dropdown
          trigger={['click']}
          menu={{ items: columns, onClick: ({ key }) => addColumnOf(key as FieldType, table) }}
        >
          <Button icon={<PlusOutlined />}>{t('forms.add.column')}</Button>
        </Dropdown>
      )}
    </>
  )
}
