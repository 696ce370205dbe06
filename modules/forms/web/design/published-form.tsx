import { DownloadOutlined, EditOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { Comparison } from './comparison.tsx'
import { Preview } from './preview.tsx'
import { ProposalActs, useProposal } from './proposal-acts.tsx'
import { saveJson } from './save-json.ts'
import { TryOut } from './try-out.tsx'
import type { FormView } from './use-design.ts'
import { Versions } from './versions.tsx'

type Part = 'look' | 'try' | 'compare' | 'versions'

/** A form that nobody draws here: published, or proposed and waiting for a second person. */
export function PublishedForm({ view }: { view: FormView }) {
  const { t, words } = useTexts()
  const draft = view.draft?.proposedBy ? view.draft : null
  const definition = draft?.definition ?? view.published ?? view.draft!.definition
  const [part, setPart] = useState<Part>(draft && view.published ? 'compare' : 'look')
  const proposal = useProposal()
  const parts: Part[] = draft ? ['look', 'try', 'compare', 'versions'] : ['look', 'try', 'versions']
  return (
    <Page
      title={words(definition.title)}
      note={
        <span className="design-standing">
          <code>{view.key}</code>
          <span className="tag">
            {draft ? t('forms.state.proposed') : t('forms.onVersion', { version: definition.version })}
          </span>
        </span>
      }
      extra={draft ? <ProposalActs view={view} proposal={proposal} /> : <PublishedActs view={view} />}
    >
      <RefusalNotice error={proposal.error} />
      {draft && (
        <Alert
          className="refusal"
          type="info"
          showIcon
          title={t('forms.proposed', { name: draft.proposedBy!.name, at: instant(draft.proposedAt), note: draft.note })}
          description={
            view.confirmers ? t('forms.proposed.confirmers', { names: view.confirmers }) : t('forms.proposed.nobody')
          }
        />
      )}
      <div className="design-bar">
        <Segmented<Part>
          value={part}
          onChange={setPart}
          options={parts.map((value) => ({ value, label: t(`forms.part.${value}`) }))}
        />
      </div>
      {part === 'look' && (
        <div className="board-preview">
          <Preview definition={definition} />
        </div>
      )}
      {part === 'try' && <TryOut definition={definition} uses={view.usedIn} />}
      {part === 'compare' && <Comparison before={view.published} after={definition} />}
      {part === 'versions' && <Versions view={view} />}
    </Page>
  )
}

function PublishedActs({ view }: { view: FormView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const begin = useCall('forms.draft.save')
  const { published } = view
  if (!published) return null
  const edit = () => begin.mutate({ definition: published as never, revision: 0, baseVersion: published.version })
  return (
    <>
      <RefusalNotice error={begin.error} />
      <Button icon={<DownloadOutlined />} onClick={() => saveJson(published)}>
        {t('forms.export')}
      </Button>
      {can('forms.draft.save') && (
        <Button type="primary" icon={<EditOutlined />} loading={begin.isPending} onClick={edit}>
          {t('forms.edit')}
        </Button>
      )}
    </>
  )
}
