import { Button, Popconfirm, Tree } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { useRoleTitle } from '../use-role-title.ts'
import type { Organisation } from './organisation.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { OrganisationGrantDialog } from './organisation-grant-dialog.tsx'
import { type Shown, type TreeNode, treeOf } from './tree-of.ts'

type Open = { kind: 'add'; parent: Organisation | null } | { kind: 'change' | 'grant'; organisation: Organisation }

export function OrganisationTree({ organisations }: { organisations: Organisation[] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  // What is folded is remembered, not what is open: a new one below another is in sight at once.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const grants = useAsk(
    'administration.right.organisations',
    {},
    { enabled: can('administration.right.organisations') },
  )
  const nodes = treeOf(
    organisations,
    ({ id }) => id,
    ({ parent }) => parent,
  )
  const dataOf = (node: TreeNode<Organisation>): Shown => ({
    key: node.id,
    title: (
      <Line
        organisation={node}
        grants={grants.data?.rows.filter(({ organisation }) => organisation === node.id) ?? []}
        onOpen={setOpen}
      />
    ),
    children: node.children.map(dataOf),
  })
  return (
    <section>
      <div className="part-head">
        <h3>{t('administration.organisations.only')}</h3>
        {can('administration.organisation.add') && (
          <Button onClick={() => setOpen({ kind: 'add', parent: null })}>{t('administration.organisation.add')}</Button>
        )}
      </div>
      <Tree
        blockNode
        selectable={false}
        expandedKeys={organisations.flatMap(({ id }) => (folded.has(id) ? [] : [id]))}
        onExpand={(_, { expanded, node }) => {
          const next = new Set(folded)
          if (expanded) next.delete(String(node.key))
          else next.add(String(node.key))
          setFolded(next)
        }}
        treeData={nodes.map(dataOf)}
      />
      {open?.kind === 'grant' && (
        <OrganisationGrantDialog organisation={open.organisation} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'add' && (
        <OrganisationDialog parent={open.parent} all={organisations} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'change' && (
        <OrganisationDialog organisation={open.organisation} all={organisations} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

type Grant = AnswerOf<'administration.right.organisations'>['rows'][number]
type LineProps = { organisation: Organisation; grants: Grant[]; onOpen: (open: Open) => void }

function Line({ organisation, grants, onOpen }: LineProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const roleTitle = useRoleTitle()
  return (
    <span className="tree-line">
      <strong>{organisation.name}</strong>
      <span className="quiet">{t('administration.organisation.people', { people: organisation.people })}</span>
      {grants.map(({ id, role, roleTitle: title, area, areaName }) => (
        <span key={id} className="tag">
          {[roleTitle(role, title), areaName ?? area].filter(Boolean).join(' · ')}
        </span>
      ))}
      {can('administration.right.grantOrganisation') && (
        <Button size="small" type="link" onClick={() => onOpen({ kind: 'grant', organisation })}>
          {t('administration.organisation.roles')}
        </Button>
      )}
      {can('administration.organisation.add') && (
        <Button size="small" type="text" onClick={() => onOpen({ kind: 'add', parent: organisation })}>
          {t('administration.organisation.addBelow')}
        </Button>
      )}
      {can('administration.organisation.change') && (
        <Button size="small" type="text" onClick={() => onOpen({ kind: 'change', organisation })}>
          {t('administration.edit')}
        </Button>
      )}
      {can('administration.organisation.end') && <End organisation={organisation} />}
    </span>
  )
}

function End({ organisation: { id, name } }: { organisation: Organisation }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.organisation.end')
  return (
    <>
      <Popconfirm title={t('administration.organisation.end.ask', { name })} onConfirm={() => mutate({ id })}>
        <Button size="small" type="text" danger loading={isPending}>
          {t('administration.organisation.end')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
