import { Checkbox } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { Verb } from '../../../../../kernel/process/model.ts'
import { CoSignPart } from './co-sign-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { EscalationPart } from './escalation-part.tsx'
import { FieldRights } from './field-rights.tsx'
import { OutcomePart } from './outcome-part.tsx'
import { Group, Row } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty, TickProperty } from './property-inputs.tsx'
import { RegionPart } from './region-part.tsx'
import { SeparationPart } from './separation-part.tsx'
import { TitlePart } from './title-part.tsx'
import { useFacts } from './use-facts.ts'
import { useOptions } from './use-options.ts'

const VERBS: Verb[] = [
  ...(['claim', 'complete', 'return', 'sendStraightBack', 'withdraw', 'reassign', 'delegate'] as const),
  ...(['addSigner', 'removeSigner', 'circulate', 'suspend', 'correction', 'forcedClaim', 'abnormalClosure'] as const),
]
/** What a step allows until somebody ticks otherwise, as the reader of drawings takes it. */
const UNTOLD: Verb[] = ['claim', 'complete', 'return']

/** 人工环节: who, with which form, how long, what else they may do. */
export function TaskPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { roles, forms } = useOptions(editing.known)
  const { text, words, whole, set, setWords } = attributesOf(editing)
  const form = text('yutu:form')
  const verbs = words('yutu:verbs')
  return (
    <>
      <Group title={t('processes.group.step')}>
        <TitlePart editing={editing} />
        <SelectProperty
          label={t('processes.prop.role')}
          value={text('yutu:role')}
          options={roles}
          onChange={(role) => set({ 'yutu:role': role })}
        />
        <SelectProperty
          label={t('processes.prop.assignment')}
          value={text('yutu:assignment') || 'pool'}
          options={['pool', 'previous', 'starter'].map((value) => ({
            value,
            label: t(`processes.assignment.${value}`),
          }))}
          onChange={(assignment) => set({ 'yutu:assignment': assignment })}
        />
        <HandledBy editing={editing} />
        <NumberProperty
          label={t('processes.prop.limit')}
          unit={t('processes.unit.workingDays')}
          value={whole('yutu:limitDays')}
          onChange={(days) => set({ 'yutu:limitDays': days })}
        />
        <EscalationPart editing={editing} />
        <TickProperty
          label={t('processes.prop.signed')}
          hint={t('processes.prop.signed.hint')}
          value={text('case:signed') === 'true'}
          onChange={(on) => set({ 'case:signed': on ? 'true' : '' })}
        />
      </Group>
      <Group title={t('processes.group.form')}>
        <SelectProperty
          label={t('processes.prop.form')}
          isOptional
          value={form}
          options={forms}
          onChange={(next) => set({ 'yutu:form': next, 'yutu:writable': '', 'yutu:required': '', 'yutu:hidden': '' })}
        />
        {form && (
          <FieldRights
            form={editing.known.forms.find(({ key }) => key === form)}
            writable={words('yutu:writable')}
            onWritable={(fields) => setWords('yutu:writable', fields === 'all' ? [] : fields)}
            step={{
              required: words('yutu:required'),
              hidden: words('yutu:hidden'),
              onRequired: (fields) => setWords('yutu:required', fields),
              onHidden: (fields) => setWords('yutu:hidden', fields),
            }}
          />
        )}
      </Group>
      <OutcomePart editing={editing} />
      <Group title={t('processes.group.verbs')}>
        <Row label={t('processes.prop.verbs')}>
          {() => (
            <Checkbox.Group
              className="verb-ticks"
              value={verbs.length > 0 ? verbs : UNTOLD}
              options={VERBS.map((value) => ({ value, label: t(`processes.verb.${value}`) }))}
              onChange={(ticked) =>
                setWords(
                  'yutu:verbs',
                  VERBS.filter((verb) => ticked.includes(verb)),
                )
              }
            />
          )}
        </Row>
      </Group>
      <CoSignPart editing={editing} />
      <SeparationPart editing={editing} />
      <RegionPart editing={editing} />
    </>
  )
}

/** 承办机构: a step may be another organisation's, named in the case. */
function HandledBy({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const fields = useFacts(editing, 'organisation')
  if (fields.length === 0 && text('case:handledBy') === '') return null
  return (
    <SelectProperty
      label={t('processes.prop.handledBy')}
      hint={t('processes.prop.handledBy.hint')}
      isOptional
      value={text('case:handledBy')}
      options={fields}
      onChange={(field) => set({ 'case:handledBy': field })}
    />
  )
}
