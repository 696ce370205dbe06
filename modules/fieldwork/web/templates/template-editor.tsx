import { App, Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { day } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { templateProblem } from '../../templates/rules/check-template.ts'
import type { EvidenceTemplate } from '../../templates/template.ts'
import type { KeptTemplate } from './answers.ts'
import { ClassRules } from './class-rules.tsx'
import { KindTable } from './kind-table.tsx'
import { TemplatePreview } from './template-preview.tsx'

type Props = { kept: KeptTemplate; onPublished: () => void }

/** One business's template being changed, and beside it what the phone will ask for. */
export function TemplateEditor({ kept, onPublished }: Props) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<EvidenceTemplate>(kept.template)
  const [note, setNote] = useState('')
  const publish = useCall('fieldwork.template.publish')
  const { version: from, ...template } = draft
  const problem = templateProblem(template)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept.template)
  const send = () =>
    publish.mutate(
      { template, from, ...(note.trim() && { note: note.trim() }) },
      {
        onSuccess: ({ version }) => {
          void message.success(t('fieldwork.template.published', { version }))
          onPublished()
        },
      },
    )
  const change = (next: Partial<EvidenceTemplate>) => setDraft({ ...draft, ...next })
  return (
    <>
      <div className="card template-editor">
        <p className="quiet">
          {t('fieldwork.template.since', { version: from, day: day(String(kept.publishedAt)) })}
          {` · ${kept.publishedBy ?? t('fieldwork.template.program')}`}
          {kept.note && ` · ${kept.note}`}
        </p>
        <Section title={t('fieldwork.template.kinds')}>
          <KindTable kinds={draft.kinds} onChange={(kinds) => change({ kinds })} />
        </Section>
        <Section title={t('fieldwork.template.classRules')}>
          <ClassRules rules={draft.classRules} onChange={(classRules) => change({ classRules })} />
        </Section>
        <Section title={t('fieldwork.template.coverage')}>
          <Coverage draft={draft} onChange={change} />
        </Section>
        <Section title={t('fieldwork.template.publish')}>
          <div className="template-publish">
            <Input
              aria-label={t('fieldwork.template.why')}
              placeholder={t('fieldwork.template.why')}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
            <Button disabled={!isChanged} onClick={() => setDraft(kept.template)}>
              {t('fieldwork.template.reset')}
            </Button>
            <Button
              type="primary"
              disabled={!isChanged || problem !== undefined}
              loading={publish.isPending}
              onClick={send}
            >
              {t('fieldwork.template.publish')}
            </Button>
          </div>
          {problem && <p className="form-issue">{t(problem.code, problem.params)}</p>}
          <RefusalNotice error={publish.error} />
          <p className="quiet">{t('fieldwork.template.publish.what')}</p>
        </Section>
      </div>
      <TemplatePreview template={draft} />
    </>
  )
}

type CoverageProps = { draft: EvidenceTemplate; onChange: (next: Partial<EvidenceTemplate>) => void }

function Coverage({ draft: { coverage, needsClass }, onChange }: CoverageProps) {
  const { t } = useTexts()
  return (
    <div className="template-coverage">
      <label htmlFor="border-seen">
        {t('fieldwork.template.seen')}
        <InputNumber
          id="border-seen"
          min={0}
          max={100}
          suffix="%"
          value={Math.round(coverage.seen * 100)}
          onChange={(seen) => onChange({ coverage: { ...coverage, seen: (seen ?? 0) / 100 } })}
        />
      </label>
      <label htmlFor="widest-gap">
        {t('fieldwork.template.gap')}
        <InputNumber
          id="widest-gap"
          min={30}
          max={360}
          suffix="°"
          value={coverage.gap}
          onChange={(gap) => onChange({ coverage: { ...coverage, gap: gap ?? 360 } })}
        />
      </label>
      <Checkbox checked={needsClass} onChange={({ target }) => onChange({ needsClass: target.checked })}>
        {t('fieldwork.template.needsClass')}
      </Checkbox>
    </div>
  )
}
