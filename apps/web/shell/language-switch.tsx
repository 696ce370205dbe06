import { changeLanguage } from '../../ui/i18n/setup.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import './language-switch.css'

export function LanguageSwitch() {
  const { language, t } = useTexts()
  return (
    <fieldset className="language" aria-label={t('web.language')}>
      <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => changeLanguage('zh')}>
        中
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => changeLanguage('en')}>
        EN
      </button>
    </fieldset>
  )
}
