import type { FormValues } from '../../../kernel/forms/definition.ts'

/** A draft as the server has it; `revision` grows with every change of the task. `mine`: it is the reader's task; `holder`: whose it is, by name. */
export type ServerDraft = { revision: number; draft: FormValues | null; mine: boolean; holder: string | null }

/** What has been typed here and not reached the server, kept on this machine; `revision` is the server's it began with. */
export type KeptDraft = { revision: number; draft: FormValues; at: string }

/**
 * `restored`: typed before, not saved yet. `elsewhere`: another window was newer; `mine` is what was typed here.
 * `inherited`: the task has come with the draft of `by` (强签, 转办). `lost`: it is with `by` now.
 */
export type DraftNotice =
  | { kind: 'restored'; at: string }
  | { kind: 'inherited' | 'lost'; by: string }
  | { kind: 'elsewhere'; at: string; mine: FormValues | null }

type Beginning = { draft: FormValues | null; notice: DraftNotice | null; isUnsaved: boolean }

/** What a window shows first. The newest revision wins; what it wins over is offered back, and never thrown away unseen. */
export function beginDraft(server: ServerDraft, kept: KeptDraft | null, at: string): Beginning {
  if (kept && !server.mine) {
    const notice = server.holder === null ? null : { kind: 'lost' as const, by: server.holder }
    return { draft: server.draft, notice, isUnsaved: false }
  }
  if (!kept || sameDraft(kept.draft, server.draft)) return { draft: server.draft, notice: null, isUnsaved: false }
  if (kept.revision >= server.revision)
    return { draft: kept.draft, notice: { kind: 'restored', at: kept.at }, isUnsaved: true }
  return { draft: server.draft, notice: { kind: 'elsewhere', at, mine: kept.draft }, isUnsaved: false }
}

/** What this window knows: the revision, the draft it last saw on the server or sent there, what is typed since, whose it was. */
export type OwnDraft = { revision: number; seen: FormValues | null; typed: FormValues | null; mine: boolean }

/**
 * The server's standing has come: `known` is nothing new, `moved` another act raised the revision but nobody typed,
 * `newer` another window has typed, `inherited` the task has come to the reader with another's draft, `lost` it has gone.
 */
export function compareDraft(
  { revision, seen, typed, mine }: OwnDraft,
  server: ServerDraft,
): 'known' | 'moved' | 'newer' | 'inherited' | 'lost' {
  if (mine && !server.mine) return 'lost'
  if (!mine && server.mine && server.draft !== null) return 'inherited'
  if (server.revision <= revision) return 'known'
  return sameDraft(server.draft, seen) || sameDraft(server.draft, typed) ? 'moved' : 'newer'
}

/** Key order says nothing: jsonb keeps its own. */
export const sameDraft = (a: FormValues | null, b: FormValues | null): boolean => ordered(a ?? {}) === ordered(b ?? {})

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** A draft kept by an older program is none. */
export function readKept(text: string | null): KeptDraft | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptDraft> | null
    return kept?.draft && typeof kept.revision === 'number' && typeof kept.at === 'string' ? (kept as KeptDraft) : null
  } catch {
    return null
  }
}
