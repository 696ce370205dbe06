import type { FormValues } from '../../../kernel/forms/definition.ts'

/** A draft as the server has it; `revision` grows with every change of the task. */
export type ServerDraft = { revision: number; draft: FormValues | null }

/** What has been typed here and not reached the server, kept on this machine; `revision` is the server's it began with. */
export type KeptDraft = { revision: number; draft: FormValues; at: string }

/** `restored`: typed before, not saved yet. `elsewhere`: another window was newer; `mine` is what was typed here. */
export type DraftNotice = { kind: 'restored'; at: string } | { kind: 'elsewhere'; at: string; mine: FormValues | null }

type Beginning = { draft: FormValues | null; notice: DraftNotice | null; isUnsaved: boolean }

/** What a window shows first. The newest revision wins; what it wins over is offered back, and never thrown away unseen. */
export function beginDraft(server: ServerDraft, kept: KeptDraft | null, at: string): Beginning {
  if (!kept || sameDraft(kept.draft, server.draft)) return { draft: server.draft, notice: null, isUnsaved: false }
  if (kept.revision >= server.revision)
    return { draft: kept.draft, notice: { kind: 'restored', at: kept.at }, isUnsaved: true }
  return { draft: server.draft, notice: { kind: 'elsewhere', at, mine: kept.draft }, isUnsaved: false }
}

/** What this window knows: the revision, the draft it last saw on the server or sent there, what is typed since. */
export type OwnDraft = { revision: number; seen: FormValues | null; typed: FormValues | null }

/**
 * The server's standing has come: `known` is nothing new, `moved` another act raised the revision but nobody typed,
 * `newer` another window has typed.
 */
export function compareDraft({ revision, seen, typed }: OwnDraft, server: ServerDraft): 'known' | 'moved' | 'newer' {
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
