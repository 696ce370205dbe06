import { evaluateFeel } from '../../../kernel/process/feel.ts'

/** «12» is a number, «true» is true, «[1, 2]» a list; anything else is the text that was typed. */
export function meantBy(text: string): unknown {
  if (text.trim() === '') return null
  if (!/^(-?\d|\[|"|true$|false$|null$|date\()/.test(text.trim())) return text
  try {
    return evaluateFeel(text, {})
  } catch {
    return text
  }
}
