import { App, Button, Input, Modal } from 'antd'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** A one-time sign-in link, shown once. */
export function LinkDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const address = `${location.origin}/sign-in?link=${link}`
  const copy = () =>
    void navigator.clipboard.writeText(address).then(() => message.success(t('administration.link.copied')))
  return (
    <Modal open title={t('administration.link', { name })} onCancel={onClose} footer={null}>
      <p>{t('administration.link.explain')}</p>
      <Input.TextArea readOnly autoSize value={address} style={{ margin: '12px 0' }} />
      <Button type="primary" onClick={copy}>
        {t('administration.link.copy')}
      </Button>
    </Modal>
  )
}
