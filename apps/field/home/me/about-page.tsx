import { license, version } from '../../../../package.json'
import { browserName } from '../../../ui/browser-name.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { phoneId } from '../phone-id.ts'
import '../home.css'

/** 关于: which edition runs here and whose words and letters it is made of. */
export function AboutPage({ sync }: PageProps) {
  const { t } = useTexts()
  return (
    <>
      <TopBar title={t('field.me.about')} back="#/me" sync={sync} />
      <main className="list home">
        <ul className="rows">
          {(
            [
              ['field.about.name', t('field.title')],
              ['field.about.version', version],
              ['field.about.licence', license],
              ['field.about.phone', phoneId().slice(-6)],
              ['field.about.browser', browserName(navigator.userAgent)],
            ] as const
          ).map(([name, value]) => (
            <li key={name} className="row">
              <span className="row-name">{t(name)}</span>
              <span className="row-value about-value">{value}</span>
            </li>
          ))}
        </ul>
        <p className="quiet">{t('field.about.note')}</p>
      </main>
    </>
  )
}
