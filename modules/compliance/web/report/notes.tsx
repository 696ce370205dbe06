import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ReportView } from '../answers.ts'

/** What was put right or left out while the land was read. */
export function Notes({ report }: { report: ReportView }) {
  const { t, has } = useTexts()
  if (report.notes.length === 0) return null
  return (
    <Section title={t('compliance.notes')}>
      <ul className="report-notes">
        {report.notes.map(({ code, params, row }) => (
          <li key={`${code} ${row ?? ''}`}>
            {row !== undefined && t('compliance.notes.row', { row })}
            {has(code) ? t(code, params) : code}
          </li>
        ))}
      </ul>
    </Section>
  )
}
