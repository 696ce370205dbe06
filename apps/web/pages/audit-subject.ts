type Named = { id: string; name: string }
type Texts = { t: (key: string) => string; has: (key: string) => boolean }
type Subject = { subject: string; case: string | null }

/** «人员 蔡静» for «person:01a2…», «任务 宅变〔2026〕00005号» for a task of that case; other identifiers stay as they were written. */
export function subjectWords({ subject, case: number }: Subject, people: readonly Named[], { t, has }: Texts): string {
  const at = subject.indexOf(':')
  const kind = `subject.${subject.slice(0, at)}`
  if (at < 0 || !has(kind)) return subject
  const id = subject.slice(at + 1)
  return `${t(kind)} ${number ?? people.find((person) => person.id === id)?.name ?? id}`
}
