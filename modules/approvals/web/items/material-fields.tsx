import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select, Switch } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'

/** 材料清单: name, original or copy, required or not; the key stays what files already filed are found by. */
export function MaterialFields() {
  const { t } = useTexts()
  const forms = ['original', 'copy', 'electronic'].map((value) => ({ value, label: t(`approvals.material.${value}`) }))
  return (
    <fieldset className="material-fields">
      <legend className="section-title">{t('approvals.item.materialList')}</legend>
      <Form.List name="materials">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="material-row" key={key}>
                <Form.Item
                  name={[name, 'title']}
                  rules={[{ required: true, whitespace: true, message: t('approvals.material.named') }]}
                >
                  <Input aria-label={t('approvals.material')} placeholder={t('approvals.material')} maxLength={200} />
                </Form.Item>
                <Form.Item
                  name={[name, 'key']}
                  rules={[
                    { required: true, pattern: /^[a-z][a-zA-Z0-9]{0,39}$/, message: t('approvals.material.key.rule') },
                  ]}
                >
                  <Input
                    aria-label={t('approvals.material.key')}
                    placeholder={t('approvals.material.key')}
                    maxLength={40}
                  />
                </Form.Item>
                <Form.Item name={[name, 'form']}>
                  <Select aria-label={t('approvals.material.form')} options={forms} />
                </Form.Item>
                <Form.Item name={[name, 'required']} valuePropName="checked">
                  <Switch
                    checkedChildren={t('approvals.material.must')}
                    unCheckedChildren={t('approvals.material.may')}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('approvals.material.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              onClick={() => add({ title: '', key: '', form: 'copy', required: true })}
            >
              {t('approvals.material.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
