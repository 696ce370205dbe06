/**
 * A bare code means nothing: the same digits name different things in different schemes and editions (0602 is mining land
 * here and facility agriculture in 用地用海 2023), so a code is always read through a table with scheme and edition.
 */
export type CodeTable = {
  scheme: string
  edition: string
  title: { zh: string; en: string }
  codes: readonly Code[]
}

/** `usable: false`: a heading, or a class that is never the value of a field. */
type Code = { code: string; zh: string; en: string; parent?: string; usable?: boolean }

export const codeIn = (table: CodeTable, code: string) => table.codes.find((each) => each.code === code)
