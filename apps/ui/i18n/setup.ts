import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Sentences } from '../../../kernel/problems/sentences.ts'
import type { Language } from '../format.ts'
import { administrationTexts } from './administration.ts'
import { casePageTexts } from './case-page.ts'
import { caseTexts } from './cases.ts'
import { commonTexts } from './common.ts'
import { formTexts } from './forms.ts'
import { listTexts } from './lists.ts'
import { mapTexts } from './map.ts'
import { peopleTexts } from './people.ts'
import { problemTexts } from './problems.ts'
import { shellTexts } from './shell.ts'
import { snapshotTexts } from './snapshots.ts'
import { statisticsTexts } from './statistics.ts'
import { supervisionTexts } from './supervision.ts'
import { tableTexts } from './table.ts'
import { verbFamilyTexts } from './verb-families.ts'
import { worklistTexts } from './worklist.ts'

const KEPT_UNDER = 'yutu.language'

/** Each texts.ts exports one or more tables. */
const besideTheCode = import.meta.glob<Record<string, Sentences>>('../../../{kernel,modules}/**/texts.ts', {
  eager: true,
})

const all: Sentences = Object.assign(
  {},
  commonTexts,
  shellTexts,
  tableTexts,
  formTexts,
  mapTexts,
  worklistTexts,
  listTexts,
  caseTexts,
  casePageTexts,
  snapshotTexts,
  statisticsTexts,
  supervisionTexts,
  administrationTexts,
  verbFamilyTexts,
  peopleTexts,
  problemTexts,
  ...Object.values(besideTheCode).flatMap((tables) => Object.values(tables)),
)

const inLanguage = (language: Language) =>
  Object.fromEntries(Object.entries(all).map(([key, text]) => [key, text[language]]))

const storedLanguage = (): Language => (localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'zh')

export function setUpTexts(): void {
  void i18next.use(initReactI18next).init({
    lng: storedLanguage(),
    fallbackLng: 'zh',
    resources: { zh: { translation: inLanguage('zh') }, en: { translation: inLanguage('en') } },
    // Keys are verbs: their dots are part of the name.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  })
  document.documentElement.lang = storedLanguage() === 'en' ? 'en' : 'zh-CN'
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(KEPT_UNDER, language)
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  void i18next.changeLanguage(language)
}
