/**
 * 统一项目代码, 18 digits: county (GB/T 2260, 6) · year of registration (4) · industry division (GB/T 4754, 2) · serial within
 * these (5) · check digit by ISO/IEC 7064 MOD 11,10 (GB/T 17710), which finds every single wrong digit and nearly every swap.
 */
export const serialPattern = (industry: string): string => `{area}{year}${industry}{serial:5}`

export const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`

export const isProjectCode = (code: string): boolean =>
  /^\d{18}$/.test(code) && checkDigit(code.slice(0, -1)) === code.at(-1)

function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) product = ((((product + Number(digit)) % 10 || 10) as number) * 2) % 11
  return String((11 - product) % 10)
}
