import { Button, Form, Input, Modal, Popconfirm, Select, Tree } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { type Shown, type TreeNode, treeOf } from './tree-of.ts'

type Area = AnswerOf<'administration.organisation.list'>['areas'][number]
const LEVELS = ['county', 'town', 'village'] as const

/** 空间管理区域: counties, towns, villages by their codes. */
export function AreaTree({ areas }: { areas: Area[] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [open, setOpen] = useState<Area | 'new' | null>(null)
  const nodes = treeOf(
    areas,
    ({ code }) => code,
    ({ parent }) => parent,
  )
  const dataOf = (node: TreeNode<Area>): Shown => ({
    key: node.code,
    title: (
      <span className="tree-line">
        {node.name} <code className="quiet">{node.code}</code>
        {can('administration.area.save') && (
          <>
            <Button size="small" type="text" onClick={() => setOpen(node)}>
              {t('administration.edit')}
            </Button>
            {node.children.length === 0 && <Remove area={node} />}
          </>
        )}
      </span>
    ),
    children: node.children.map(dataOf),
  })
  return (
    <section>
      <div className="part-head">
        <h3>{t('administration.areas')}</h3>
        {can('administration.area.save') && (
          <Button onClick={() => setOpen('new')}>{t('administration.area.add')}</Button>
        )}
      </div>
      <Tree
        blockNode
        selectable={false}
        defaultExpandedKeys={nodes.map(({ code }) => code)}
        treeData={nodes.map(dataOf)}
      />
      {open && <AreaDialog area={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function Remove({ area: { code, name } }: { area: Area }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.area.remove')
  return (
    <>
      <Popconfirm title={t('administration.area.remove.ask', { name })} onConfirm={() => mutate({ code })}>
        <Button size="small" type="text" danger loading={isPending}>
          {t('common.delete')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}

function AreaDialog({ area, onClose }: { area: Area | null; onClose: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Pick<Area, 'code' | 'name' | 'level'>>()
  const { mutate, isPending, error } = useCall('administration.area.save')
  const required = { required: true, message: t('forms.required') }
  return (
    <Modal
      open
      title={t(area ? 'administration.area.save' : 'administration.area.add')}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={area ?? { level: 'village' }}
        onFinish={({ code, name, level }) => mutate({ code, name, level }, { onSuccess: onClose })}
      >
        <Form.Item name="level" label={t('administration.area.level')}>
          <Select
            disabled={area !== null}
            options={LEVELS.map((value) => ({ value, label: t(`administration.area.level.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="code" label={t('administration.area.code')} rules={[required, { pattern: /^\d{6,12}$/ }]}>
          <Input disabled={area !== null} />
        </Form.Item>
        <Form.Item name="name" label={t('administration.area.name')} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
        <RefusalNotice error={error} />
      </Form>
    </Modal>
  )
}
