/** The parts of the page, and the right each asks for. */
export const administrationParts = [
  { key: 'people', verb: 'administration.person.list' },
  { key: 'registrations', verb: 'administration.registration.list' },
  { key: 'organisations', verb: 'administration.organisation.list' },
  { key: 'roles', verb: 'administration.role.list' },
  { key: 'resources', verb: 'administration.resource.list' },
  { key: 'services', verb: 'administration.service.list' },
  { key: 'sessions', verb: 'administration.session.list' },
  { key: 'devices', verb: 'administration.device.list' },
  { key: 'calendar', verb: 'administration.calendar.list' },
  { key: 'audit', verb: 'administration.audit.list' },
] as const

export const administrationVerbs = administrationParts.map(({ verb }) => verb)
