export type IdentityTables = {
  organisation: { id: string; code: string; name: string; parent: string | null }
  area: { code: string; name: string; level: 'county' | 'town' | 'village'; parent: string | null }
  person: {
    id: string
    login: string
    name: string
    organisation: string
    password_hash: string | null
    ended_at: Date | null
  }
  role: { code: string; title_zh: string; title_en: string; verbs: string[] }
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
