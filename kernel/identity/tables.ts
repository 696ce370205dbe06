import type { Generated } from 'kysely'

/** 内业、外业 */
export type PersonKind = 'office' | 'field'

export type IdentityTables = {
  organisation: { id: string; code: string; name: string; parent: string | null; ended_at: Generated<Date | null> }
  area: { code: string; name: string; level: 'county' | 'town' | 'village'; parent: string | null }
  person: {
    id: string
    login: string
    name: string
    organisation: string
    password_hash: string | null
    ended_at: Date | null
    nickname: Generated<string | null>
    phone: Generated<string | null>
    department: Generated<string | null>
    /** 职称 */
    title: Generated<string | null>
    /** 作业证号 */
    certificate: Generated<string | null>
    kind: Generated<PersonKind>
    networks: Generated<string[]>
    approved_devices_only: Generated<boolean>
    refused_services: Generated<string[]>
    managed_services: Generated<string[]>
    deleted_at: Generated<Date | null>
  }
  role: {
    code: string
    title_zh: string
    title_en: string
    verbs: string[]
    areas: Generated<string[]>
    businesses: Generated<string[]>
    layers: Generated<string[]>
    made_at: Generated<Date | null>
    made_by: Generated<string | null>
    ended_at: Generated<Date | null>
  }
  right_grant: {
    id: string
    person: string
    role: string
    organisation: string | null
    area: string
    business: string
    ended_at: Date | null
  }
  delegation: {
    id: string
    from_person: string
    to_person: string
    business: string
    area_code: string
    /** days, both included */
    from_day: string
    until_day: string
    reason: string
    granted_at: Date
    granted_by: string
    ended_at: Date | null
    ended_by: string | null
  }
  session: {
    id: string
    token_digest: string
    person: string
    started_at: Date
    expires_at: Date
    ended_at: Date | null
    address: string | null
    agent: string | null
    device: string | null
  }
  sign_in_link: { token_digest: string; person: string; expires_at: Date; used_at: Date | null }
  sign_in_failure: { login: string; at: Date }
  audit: {
    sequence: number
    at: Date
    person: string | null
    verb: string
    subject: string
    record: unknown
    previous_hash: string
    hash: string
    mac: string
  }
  audit_head: { strand: number; sequence: number; hash: string; mac: string | null }
}
