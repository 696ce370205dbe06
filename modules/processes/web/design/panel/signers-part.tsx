import { Radio, Select } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../../apps/ui/queries.ts'
import { attributesOf, type Editing } from './editing.ts'
import { FeelProperty } from './feel.tsx'
import { Row } from './property.tsx'

type People = { rows: { id: string; name: string; organisation?: string }[] }
const LIST = /^\[\s*("[0-9a-f-]{36}"(\s*,\s*"[0-9a-f-]{36}")*)?\s*\]$/

/** Named people become a list of FEEL; anything else is an expression over the case, a person field of a form most often. */
export function SignersPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const signers = text('yutu:signers')
  const isList = LIST.test(signers)
  const people = useAsk<People>('processes.people', {}, { enabled: isList })
  const chosen = isList ? (JSON.parse(signers) as string[]) : []
  return (
    <>
      <Row label={t('processes.prop.signers')}>
        {(id) => (
          <>
            <Radio.Group
              value={isList ? 'people' : 'expression'}
              options={['people', 'expression'].map((value) => ({ value, label: t(`processes.signers.${value}`) }))}
              onChange={({ target }) => set({ 'yutu:signers': target.value === 'people' ? '[]' : 'signers' })}
            />
            {isList && (
              <Select
                id={id}
                mode="multiple"
                style={{ width: '100%' }}
                loading={people.isPending}
                value={chosen}
                placeholder={t('processes.signers.choose')}
                showSearch={{ optionFilterProp: 'label' }}
                options={(people.data?.rows ?? []).map(({ id: value, name, organisation }) => ({
                  value,
                  label: [name, organisation].filter(Boolean).join(' · '),
                }))}
                onChange={(ids) => set({ 'yutu:signers': JSON.stringify(ids) })}
              />
            )}
          </>
        )}
      </Row>
      {!isList && (
        <FeelProperty
          label={t('processes.signers.expression')}
          hint={t('processes.signers.hint')}
          value={signers}
          onChange={(next) => set({ 'yutu:signers': next })}
        />
      )}
    </>
  )
}
