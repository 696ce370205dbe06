import type { Texts } from '../../../kernel/http/texts.ts'

export const mapTexts: Texts = {}
