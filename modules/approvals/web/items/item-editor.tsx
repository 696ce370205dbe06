import { App, Button, Form, Input } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import type { ItemDefinition } from '../../rules/item.ts'
import './items.css'
import { ItemFields } from './item-fields.tsx'
import { MaterialFields } from './material-fields.tsx'

type Filled = Omit<ItemDefinition, 'legalBasis' | 'legalDays' | 'result'> & {
  code: string
  legalBasis: string
  legalDays?: number | null
  resultTitle?: string
  /** a paragraph a line */
  resultLines?: string
  reason: string
}

const NEW: Partial<Filled> = {
  kind: 'licence',
  promisedDays: 20,
  legalDays: 20,
  organisation: '',
  cosigners: [],
  applicants: ['enterprise'],
  requires: [],
  needsScope: true,
  open: true,
  materials: [{ key: 'application', title: '申请书（表）', required: true, form: 'original' }],
}

/** 后台管理: an item is changed by publishing its next version; what runs keeps the version it was filed by. */
export default function ItemEditor() {
  const { code = '' } = useParams()
  const isNew = code === 'new'
  const proposals = useAsk('approvals.item.proposals', {}, { enabled: !isNew })
  const declined = proposals.data?.rows.find((one) => one.code === code && one.declined)
  const { data, error, refetch } = useAsk(
    'approvals.item.view',
    { code },
    { enabled: !isNew && proposals.data !== undefined && !declined },
  )
  if (isNew) return <Editor filled={NEW} after={0} />
  if (declined) return <Editor filled={{ ...filledFrom(declined.definition), code }} after={declined.after} />
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  const { version, publishedAt: _at, publishedBy: _by, proposedBy: _who, reason: _why, ...definition } = data.item
  return <Editor filled={{ ...filledFrom(definition), code }} after={version} />
}

function filledFrom({ legalBasis, result, ...definition }: ItemDefinition): Partial<Filled> {
  const letter = result ? { resultTitle: result.title, resultLines: result.lines.join('\n') } : {}
  return { ...definition, ...letter, legalBasis: legalBasis.join('\n') }
}

function Editor({ filled, after }: { filled: Partial<Filled>; after: number }) {
  const { t } = useTexts()
  const go = useNavigate()
  const { message } = App.useApp()
  const propose = useCall('approvals.item.propose')
  const send = ({ code = filled.code ?? '', reason, ...rest }: Filled) =>
    propose.mutate(
      { code, after, reason, definition: definitionOf(rest) },
      {
        onSuccess: () => {
          void message.success(t('approvals.item.proposed'))
          void go(`/items/${code}/proposal`)
        },
      },
    )
  return (
    <Page title={t(after === 0 ? 'approvals.item.new' : 'approvals.item.edit')} note={t('approvals.item.edit.note')}>
      <Form<Filled>
        className="card item-editor"
        layout="vertical"
        initialValues={filled}
        onFinish={send}
        scrollToFirstError
      >
        <ItemFields isNew={filled.code === undefined} />
        <MaterialFields />
        <Form.Item name="reason" label={t('approvals.item.reason')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={500} placeholder={t('approvals.item.reason.hint')} />
        </Form.Item>
        <RefusalNotice error={propose.error} />
        <div className="item-editor-foot">
          <Button onClick={() => void go(-1)}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('approvals.item.proposeNext', { version: after + 1 })}
          </Button>
        </div>
      </Form>
    </Page>
  )
}

function definitionOf({
  legalBasis,
  legalDays,
  validity,
  stage,
  resultTitle,
  resultLines,
  ...rest
}: Omit<Filled, 'code' | 'reason'>) {
  const title = resultTitle?.trim()
  return {
    ...rest,
    legalBasis: linesOf(legalBasis),
    legalDays: legalDays ?? null,
    ...(validity && { validity }),
    ...(stage && { stage }),
    ...(title && { result: { title, lines: linesOf(resultLines) } }),
  }
}

const linesOf = (text = ''): string[] => text.split('\n').filter((line) => line.trim() !== '')
