import type { Texts } from '../../../kernel/http/texts.ts'

export const snapshotTexts: Texts = {}
