/** The only door for other modules: a published rule of a day, and what it says of facts. */

export { firstRule } from './business-rules/first-rules.ts'
export { publishedRule, publishedRules } from './business-rules/published-rule.ts'
export { openDesigns } from './open-designs.ts'
export { answerRule } from './rules/answer-rule.ts'
export { inputsOf } from './rules/rule-inputs.ts'
