type Named = { id: string; name: string }
type Texts = { t: (key: string) => string; has: (key: string) => boolean }

/** «人员 蔡静» for «person:01a2…»: the kind in words, a person by name; other identifiers stay as they were written. */
export function subjectWords(subject: string, people: readonly Named[], { t, has }: Texts): string {
  const at = subject.indexOf(':')
  const kind = `subject.${subject.slice(0, at)}`
  if (at < 0 || !has(kind)) return subject
  const id = subject.slice(at + 1)
  return `${t(kind)} ${people.find((person) => person.id === id)?.name ?? id}`
}
