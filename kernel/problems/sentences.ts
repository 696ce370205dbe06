/** Sentences by verb, query or refusal code in both languages; `{name}` stands for a parameter of the refusal. */
export type Sentences = Record<string, { zh: string; en: string }>
