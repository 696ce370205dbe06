import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTexts } from '../i18n/use-texts.ts'

type Props = { shown: number; onBack: (() => void) | undefined; onForth: (() => void) | undefined }

/** Back and forth in a list that is too long to be counted. */
export function CursorPager({ shown, onBack, onForth }: Props) {
  const { t } = useTexts()
  if (!onBack && !onForth) return null
  return (
    <nav className="table-pager" aria-label={t('table.pages')}>
      <span className="quiet number">{t('table.onThisPage', { count: shown })}</span>
      <Button
        size="small"
        icon={<LeftOutlined />}
        disabled={!onBack}
        onClick={onBack}
        aria-label={t('table.previous')}
      />
      <Button
        size="small"
        icon={<RightOutlined />}
        disabled={!onForth}
        onClick={onForth}
        aria-label={t('table.next')}
      />
    </nav>
  )
}
