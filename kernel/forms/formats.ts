/** Forms of text that carry their own check. */
export const textFormats = ['creditCode', 'identityNumber', 'mobile', 'phone', 'postcode', 'realEstateUnit'] as const
export type TextFormat = (typeof textFormats)[number]

const CREDIT_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** GB/T 37346—2019: which right-holder letters follow which ownership letter, and the four kinds of fixture. */
const UNIT = /^\d{12}(J[ABSXCDEFLNWY]|G[BSXDEFLNHGWY]|Z[ABSXCDEFWY])(?!00000)\d{5}(W0{8}|F\d{8}|[LQ]\d{8})$/

const checks: Record<TextFormat, (text: string) => 'shape' | 'check-digit' | undefined> = {
  creditCode: checkCreditCode,
  identityNumber: checkIdentityNumber,
  mobile: (text) => (/^1[3-9]\d{9}$/.test(text) ? undefined : 'shape'),
  phone: (text) =>
    /^(0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})$/.test(text) ? undefined : 'shape',
  postcode: (text) => (/^\d{6}$/.test(text) ? undefined : 'shape'),
  realEstateUnit: (text) => (UNIT.test(text.replaceAll(' ', '')) ? undefined : 'shape'),
}

/** What is wrong with a text that should have the format: its shape, or only its check digit (a typing error). */
export const formatFault = (format: TextFormat, text: string) => checks[format](text)

/** 统一社会信用代码, GB 32100—2015: 17 digits with weights 3ⁱ mod 31, and a check digit. */
function checkCreditCode(text: string) {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return 'shape'
  let sum = 0
  let weight = 1
  for (const digit of text.slice(0, 17)) {
    sum += CREDIT_DIGITS.indexOf(digit) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_DIGITS[(31 - (sum % 31)) % 31] === text[17] ? undefined : 'check-digit'
}

/** 公民身份号码, GB 11643—1999: area, day of birth, serial, and a check digit by ISO 7064 MOD 11-2. */
function checkIdentityNumber(text: string) {
  if (!/^[1-9]\d{5}(18|19|20)\d{9}[\dX]$/.test(text)) return 'shape'
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const time = Date.parse(`${birth}T00:00:00Z`)
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(birth)) return 'shape'
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17] ? undefined : 'check-digit'
}
