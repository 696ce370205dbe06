import { navigationTo, navigators } from '../../../../modules/fieldwork/rules/photo/navigation.ts'
import { appAddressTo } from '../../../../modules/fieldwork/rules/photo/navigation-app.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { Sheet } from './sheet.tsx'

/** How long a program has to come to the front before its web page is opened instead, milliseconds. */
const PATIENCE = 1500

/** 导航: hands the middle of the range to the map program the surveyor has. */
export function NavigateSheet({ task, onClose }: { task: ListedTask; onClose: () => void }) {
  const { t } = useTexts()
  const centre = task.centre
  if (!centre) return null
  const name = `${task.number} ${task.title}`
  return (
    <Sheet title={t('field.navigate')} onClose={onClose}>
      <strong>{name}</strong>
      <p className="quiet">{t('field.navigate.why')}</p>
      <div className="choices">
        {navigators.map((one) => (
          <a
            key={one}
            className="button"
            href={navigationTo(one, centre, name)}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              const app = appAddressTo(one, centre, name, navigator.userAgent)
              if (app) {
                event.preventDefault()
                openApp(app, navigationTo(one, centre, name))
              }
              onClose()
            }}
          >
            {t(`field.navigate.${one}`)}
          </a>
        ))}
      </div>
    </Sheet>
  )
}

/** The program itself; where it is not there nothing happens, and its page opens. */
function openApp(app: string, page: string): void {
  const timer = setTimeout(() => document.visibilityState === 'visible' && location.assign(page), PATIENCE)
  document.addEventListener('visibilitychange', () => clearTimeout(timer), { once: true })
  location.assign(app)
}
