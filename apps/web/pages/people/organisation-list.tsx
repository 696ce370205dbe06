import { Skeleton } from 'antd'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useOrganisations } from '../use-organisations.ts'
import { AreaTree } from './area-tree.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import './people.css'

/** 机构与行政区 (SH139, SH140): organisations with those below them and the roles they hold; the areas of the place. */
export function OrganisationList() {
  const { data, error, refetch } = useOrganisations()
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <div className="organisation-columns">
      <OrganisationTree organisations={data.organisations} />
      <AreaTree areas={data.areas} />
    </div>
  )
}
