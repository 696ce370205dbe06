import { useParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { DrawnForm } from './drawn-form.tsx'
import { PublishedForm } from './published-form.tsx'
import '../shared.css'
import './board.css'
import './preview.css'
import './properties.css'
import './try-out.css'
import './versions.css'

/** 表单设计: a draft is drawn; a proposed one is looked at and answered; a published one is looked at and begun anew. */
export default function DesignPage() {
  const { key = '' } = useParams()
  const { can } = useSession()
  const { data, error, refetch } = useAsk('forms.form.view', { key })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  const isDrawn = data.draft && !data.draft.proposedBy && can('forms.draft.save')
  // Anew when somebody else has drawn on in the meantime: what is shown is what is kept.
  return isDrawn ? <DrawnForm key={data.key} view={data} /> : <PublishedForm view={data} />
}
