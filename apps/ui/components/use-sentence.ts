import { useTexts } from '../i18n/use-texts.ts'
import type { ProblemError } from '../problem.ts'

/** A refusal in the reader's words, by the translation of its code. */
export function useSentence() {
  const { t, has } = useTexts()
  const paramsInWords = (problem: ProblemError) =>
    Object.fromEntries(
      Object.entries(problem.params).map(([name, value]) => [name, has(String(value)) ? t(String(value)) : value]),
    )
  return {
    titleOf: (problem: ProblemError) =>
      problem.verb && has(problem.verb) ? t('problem.title', { what: t(problem.verb) }) : t('problem.title.plain'),
    sentenceOf: (problem: ProblemError) =>
      has(problem.code) ? t(problem.code, paramsInWords(problem)) : t('problem.unknown', { code: problem.code }),
  }
}
