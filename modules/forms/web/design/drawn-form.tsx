import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { Comparison } from './comparison.tsx'
import { DraftActs } from './draft-acts.tsx'
import { DrawingBoard } from './drawing-board.tsx'
import { TryOut } from './try-out.tsx'
import { type Design, type FormView, useDesign } from './use-design.ts'
import { Versions } from './versions.tsx'

const PARTS = ['draw', 'try', 'compare', 'versions'] as const
type Part = (typeof PARTS)[number]

/** The draft of a form on the drawing board, tried out, and held against what is published. */
export function DrawnForm({ view }: { view: FormView }) {
  const { t, words } = useTexts()
  const design = useDesign(view)
  const [part, setPart] = useState<Part>('draw')
  const { definition, error } = design
  const draft = view.draft!
  return (
    <Page
      title={words(definition.title) || definition.key}
      note={<Standing view={view} design={design} />}
      extra={<DraftActs view={view} design={design} />}
    >
      {draft.declinedReason && (
        <Alert
          className="refusal"
          type="warning"
          showIcon
          title={t('forms.declined', { reason: draft.declinedReason })}
        />
      )}
      <RefusalNotice error={error} action={error ? <ReloadButton /> : undefined} />
      <div className="design-bar">
        <Segmented<Part>
          value={part}
          onChange={setPart}
          options={PARTS.map((value) => ({ value, label: t(`forms.part.${value}`) }))}
        />
        <Button
          icon={<UndoOutlined />}
          disabled={!design.undo}
          onClick={design.undo}
          aria-label={t('forms.undo')}
          title={t('forms.undo')}
        />
        <Button
          icon={<RedoOutlined />}
          disabled={!design.redo}
          onClick={design.redo}
          aria-label={t('forms.redo')}
          title={t('forms.redo')}
        />
      </div>
      {part === 'draw' && <DrawingBoard design={design} />}
      {part === 'try' && <TryOut definition={definition} uses={view.usedIn} />}
      {part === 'compare' && <Comparison before={view.published} after={definition} />}
      {part === 'versions' && <Versions view={view} />}
    </Page>
  )
}

function ReloadButton() {
  const { t } = useTexts()
  return (
    <Button size="small" onClick={() => location.reload()}>
      {t('common.reload')}
    </Button>
  )
}

function Standing({ view, design }: { view: FormView; design: Design }) {
  const { t } = useTexts()
  const { definition, saving } = design
  const base = view.versions[0] ? t('forms.onVersion', { version: view.versions[0].version }) : t('forms.unpublished')
  return (
    <span className="design-standing">
      <code>{definition.key}</code>
      <span className="tag">{base}</span>
      <span role="status" className={saving === 'offline' || saving === 'refused' ? 'status-warning' : ''}>
        {t(`forms.saving.${saving}`)}
      </span>
    </span>
  )
}
