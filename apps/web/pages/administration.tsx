import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../ui/components/page.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import { administrationParts } from './administration-parts.ts'
import { AuditList } from './audit-list.tsx'
import { WorkingCalendar } from './calendar/working-calendar.tsx'
import { DeviceList } from './people/device-list.tsx'
import { OrganisationList } from './people/organisation-list.tsx'
import { RegistrationList } from './people/registration-list.tsx'
import { ResourceList } from './people/resource-list.tsx'
import { ServiceList } from './people/service-list.tsx'
import { PeopleList } from './people-list.tsx'
import { RoleList } from './role-list.tsx'
import { SessionList } from './session-list.tsx'
import './administration.css'

const CONTENTS = {
  people: <PeopleList />,
  registrations: <RegistrationList />,
  organisations: <OrganisationList />,
  roles: <RoleList />,
  resources: <ResourceList />,
  services: <ServiceList />,
  devices: <DeviceList />,
  sessions: <SessionList />,
  audit: <AuditList />,
  calendar: <WorkingCalendar />,
}

/** 系统: people, roles and rights, sessions, audit; each part only for whoever may see it. */
export default function AdministrationPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const { part } = useParams()
  const navigate = useNavigate()
  const parts = administrationParts.filter(({ verb }) => can(verb))
  return (
    <Page title={t('administration.title')}>
      <div className="card card-fill">
        <Tabs
          className="panel-tabs tabs-whole administration-tabs"
          tabBarGutter={0}
          activeKey={parts.find(({ key }) => key === part)?.key ?? parts[0]?.key ?? ''}
          onChange={(key) => void navigate(`/administration/${key}`)}
          items={parts.map(({ key }) => ({ key, label: t(`administration.${key}`), children: CONTENTS[key] }))}
          destroyOnHidden
        />
      </div>
    </Page>
  )
}
