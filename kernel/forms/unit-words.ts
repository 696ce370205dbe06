/** Units that forms write in Chinese, as English readers know them. */
const ENGLISH: Record<string, string> = {
  ...{ 平方米: 'm²', 公顷: 'ha', 亩: 'mu', 米: 'm', 千米: 'km', 公里: 'km', 立方米: 'm³', 吨: 't' },
  ...{ 元: 'CNY', 万元: '×10⁴ CNY', 亿元: '×10⁸ CNY' },
  ...{ 年: 'years', 月: 'months', 天: 'days', 日: 'days', 工作日: 'working days', 小时: 'h' },
  ...{ 人: 'people', 户: 'households', 个: '', 件: '', 份: '', 张: '', 层: 'storeys', 度: '°' },
}

/** A form says its units once, in Chinese or as a symbol; one that is not known stays as it was written. */
export const unitWords = (unit: string, language: 'zh' | 'en'): string =>
  language === 'en' ? (ENGLISH[unit] ?? unit) : unit
