import { App, Button, Form, Input } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import type { ItemDefinition } from '../../rules/item.ts'
import '../approvals.css'
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
  const { data, error, refetch } = useAsk('approvals.item.view', { code }, { enabled: !isNew })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (isNew) return <Editor filled={NEW} after={0} />
  if (!data) return <PageSkeleton />
  const { version, publishedAt: _at, publishedBy: _by, reason: _why, legalBasis, result, ...definition } = data.item
  const letter = result ? { resultTitle: result.title, resultLines: result.lines.join('\n') } : {}
  return <Editor filled={{ ...definition, ...letter, legalBasis: legalBasis.join('\n') }} after={version} />
}

function Editor({ filled, after }: { filled: Partial<Filled>; after: number }) {
  const { t } = useTexts()
  const go = useNavigate()
  const { message } = App.useApp()
  const publish = useCall('approvals.item.publish')
  const send = ({ code = filled.code ?? '', reason, ...rest }: Filled) =>
    publish.mutate(
      { code, after, reason, definition: definitionOf(rest) },
      {
        onSuccess: ({ version }) => {
          void message.success(t('approvals.item.published', { version }))
          void go(`/items/${code}`)
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
        <ItemFields isNew={after === 0} />
        <MaterialFields />
        <Form.Item name="reason" label={t('approvals.item.reason')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={500} placeholder={t('approvals.item.reason.hint')} />
        </Form.Item>
        <RefusalNotice error={publish.error} />
        <div className="item-editor-foot">
          <Button onClick={() => void go(-1)}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={publish.isPending}>
            {t('approvals.item.publishNext', { version: after + 1 })}
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
