import { Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { useAreaNames } from '../../ui/use-areas.ts'
import { wordsOfVerbs } from '../../ui/verb-words.ts'
import { type Role, RoleDialog } from './people/role-dialog.tsx'
import { useBusinessName } from './use-business-name.ts'

/** Roles with the acts they allow, in words where a text exists; those of the bureau's own are made and changed here. */
export function RoleList() {
  const { t } = useTexts()
  const { can } = useSession()
  const [open, setOpen] = useState<Role | 'new' | null>(null)
  const { data, error, refetch } = useAsk('administration.role.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <div className="parts">
      {can('administration.role.save') && (
        <div className="role role-head">
          <span className="quiet">{t('administration.role.note')}</span>
          <Button type="primary" className="role-acts" onClick={() => setOpen('new')}>
            {t('administration.role.add')}
          </Button>
        </div>
      )}
      {data.rows
        .toSorted((a, b) => Number(b.isMade) - Number(a.isMade))
        .map((role) => (
          <RoleSection key={role.code} role={role} onChange={() => setOpen(role)} />
        ))}
      {open && <RoleDialog role={open === 'new' ? null : open} known={data} onClose={() => setOpen(null)} />}
    </div>
  )
}

function RoleSection({ role, onChange }: { role: Role; onChange: () => void }) {
  const { language, ...texts } = useTexts()
  const { t } = texts
  const { can } = useSession()
  return (
    <section className="role">
      <div className="role-head">
        <strong>{language === 'en' ? role.title_en : role.title_zh}</strong>
        {!role.isMade && <code className="quiet">{role.code}</code>}
        <span className="tag">{t(role.isMade ? 'administration.role.made' : 'administration.role.builtIn')}</span>
        <span className="quiet">{t('administration.role.holders', { holders: role.holders })}</span>
        {role.isMade && can('administration.role.save') && (
          <span className="role-acts">
            <Button size="small" onClick={onChange}>
              {t('administration.edit')}
            </Button>
            <EndRole role={role} />
          </span>
        )}
      </div>
      <Limits role={role} />
      <div className="role-verbs">
        {wordsOfVerbs(role.verbs, texts).map(({ words, verbs }) => (
          <span key={words} className="tag" title={verbs.join('\n')}>
            {words}
          </span>
        ))}
      </div>
    </section>
  )
}

/** The data a role is limited to. */
function Limits({ role: { areas, businesses, layers } }: { role: Role }) {
  const { t } = useTexts()
  const areaName = useAreaNames()
  const businessName = useBusinessName()
  const limits = [
    ['administration.role.areas', areas.map(areaName)],
    ['administration.role.businesses', businesses.map(businessName)],
    ['administration.role.layers', layers],
  ] as const
  const given = limits.filter(([, names]) => names.length > 0)
  if (given.length === 0) return null
  return (
    <p className="role-limits">
      {given.map(([key, names]) => `${t(key)}：${names.join(t('common.comma'))}`).join('；')}
    </p>
  )
}

function EndRole({ role }: { role: Role }) {
  const { t, language } = useTexts()
  const { mutate, isPending, error } = useCall('administration.role.end')
  const name = language === 'en' ? role.title_en : role.title_zh
  return (
    <>
      <Popconfirm
        title={t('administration.role.end.ask', { name, holders: role.holders })}
        onConfirm={() => mutate({ code: role.code })}
      >
        <Button size="small" type="text" danger loading={isPending}>
          {t('administration.role.end')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
