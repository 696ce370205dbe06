type Texts = { t: (key: string, params?: Record<string, unknown>) => string; has: (key: string) => boolean }

/** «landuse.batch.*» stands for every act of that kind, «casework.task.claim*» for all that begin so. */
export function wordsOfVerb(verb: string, { t, has }: Texts): string {
  if (has(verb)) return t(verb)
  if (!verb.endsWith('*')) return verb
  const stem = verb.replace(/\.?\*$/, '')
  const what = [`verbs.${stem}`, stem].find(has)
  return what ? t('verbs.all', { what: t(what) }) : verb
}

/** The acts of a role in words, each once: several verbs may be one thing to the reader. */
export const wordsOfVerbs = (verbs: readonly string[], texts: Texts): { words: string; verbs: string[] }[] => {
  const byWords = Map.groupBy(verbs, (verb) => wordsOfVerb(verb, texts))
  return [...byWords].map(([words, same]) => ({ words, verbs: same }))
}
