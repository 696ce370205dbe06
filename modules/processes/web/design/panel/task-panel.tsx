import { Checkbox } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { Verb } from '../../../../../kernel/process/model.ts'
import { CoSignPart } from './co-sign-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { EscalationPart } from './escalation-part.tsx'
import { FieldRights } from './field-rights.tsx'
import { Group, ManyProperty, NumberProperty, Row, SelectProperty } from './property.tsx'
import { TitlePart } from './title-part.tsx'
import { useOptions } from './use-options.ts'
import { OutcomePart } from './ways-part.tsx'

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
        <NumberProperty
          label={t('processes.prop.limit')}
          unit={t('processes.unit.workingDays')}
          value={whole('yutu:limitDays')}
          onChange={(days) => set({ 'yutu:limitDays': days })}
        />
        <EscalationPart editing={editing} />
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
      <Group title={t('processes.group.separation')}>
        <SeparationPart editing={editing} />
      </Group>
    </>
  )
}

/** 职责分离: whoever did one of these may not do this one. */
function SeparationPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { words, setWords } = attributesOf(editing)
  const others = (editing.process?.steps ?? []).filter(
    ({ kind, id }) => kind === 'userTask' && id !== editing.element.id,
  )
  const options = [
    { value: 'opener', label: t('processes.separation.opener') },
    ...others.map(({ id, title }) => ({ value: id, label: title.zh })),
  ]
  return (
    <ManyProperty
      label={t('processes.prop.separateFrom')}
      value={words('case:separateFrom')}
      options={options}
      onChange={(steps) => setWords('case:separateFrom', steps)}
    />
  )
}
