import { MoreOutlined, PlusOutlined, StarFilled } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { NameViewDialog } from './name-view-dialog.tsx'
import { ShareViewDialog } from './share-view-dialog.tsx'
import { type ListPage, type ListView, useViewState } from './view-state.ts'
import '../../../ui/form/form.css'
import './lists.css'

type Props = { page: ListPage; names: readonly string[]; counts?: ReadonlyMap<string, number | null> }

/** 我的视图: filters kept under a name, one click away; own ones can be renamed, shared, deleted. */
export function ViewBar({ page, names, counts }: Props) {
  const { t } = useTexts()
  const { views, input, chosen, isChanged, apply } = useViewState(page, names)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const save = useCall('casework.view.save')
  const canSave = Object.keys(input).length > 0 && (chosen === null || isChanged)
  if (views.length === 0 && !canSave) return null
  return (
    <nav className="views" aria-label={t('views.title')}>
      {views.map((view) => (
        <ViewChip
          key={view.id}
          view={view}
          count={counts?.get(view.id) ?? null}
          isChosen={view.id === chosen?.id}
          onChoose={() => apply(view.id === chosen?.id && !isChanged ? null : view)}
        />
      ))}
      {chosen && <ViewMenu page={page} view={chosen} onRename={() => setNaming('rename')} onGone={() => apply(null)} />}
      {isChanged && chosen?.mine && (
        <Button size="small" onClick={() => save.mutate({ id: chosen.id, page, name: chosen.name, input })}>
          {t('views.update', { name: chosen.name })}
        </Button>
      )}
      {canSave && (
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => setNaming('new')}>
          {t('views.save')}
        </Button>
      )}
      {naming && (
        <NameViewDialog
          page={page}
          input={naming === 'new' ? input : (chosen?.input ?? input)}
          view={naming === 'rename' ? chosen : null}
          onClose={() => setNaming(null)}
        />
      )}
    </nav>
  )
}

type ChipProps = { view: ListView; count: number | null; isChosen: boolean; onChoose: () => void }

function ViewChip({ view, count: many, isChosen, onChoose }: ChipProps) {
  const { t } = useTexts()
  const from = view.mine ? '' : t('views.from', { name: view.owner.name })
  return (
    <button type="button" className="view-chip" aria-pressed={isChosen} onClick={onChoose} title={from}>
      {view.isDefault && <StarFilled aria-label={t('views.isDefault')} className="view-star" />}
      {view.name}
      {!view.mine && <span className="quiet">{view.owner.name}</span>}
      {many !== null && <span className="view-count number">{count(many)}</span>}
    </button>
  )
}

type MenuProps = { page: ListPage; view: ListView; onRename: () => void; onGone: () => void }

function ViewMenu({ page, view, onRename, onGone }: MenuProps) {
  const { t } = useTexts()
  const choose = useCall('casework.view.choose')
  const remove = useCall('casework.view.remove')
  const [isSharing, setSharing] = useState(false)
  const items = [
    {
      key: 'default',
      label: t(view.isDefault ? 'views.noDefault' : 'views.makeDefault'),
      onClick: () => choose.mutate({ page, viewId: view.isDefault ? null : view.id }),
    },
    ...(view.mine
      ? [
          { key: 'rename', label: t('views.rename'), onClick: onRename },
          { key: 'share', label: t('views.share'), onClick: () => setSharing(true) },
          {
            key: 'remove',
            label: t('views.remove'),
            danger: true,
            onClick: () => remove.mutate({ viewId: view.id }, { onSuccess: onGone }),
          },
        ]
      : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('views.menu', { name: view.name })} />
      </Dropdown>
      {isSharing && <ShareViewDialog view={view} onClose={() => setSharing(false)} />}
    </>
  )
}
