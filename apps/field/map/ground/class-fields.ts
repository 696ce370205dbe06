/** By what an overlay is broken down: the class of the land, the kind of zone; an approval by its number and project. */
const CLASS_FIELDS: Record<string, string[]> = {
  DLTB: ['DLBM'],
  XZQ: ['XZQMC'],
  CJDCQ: ['ZLDWMC'],
  YJJBNT: [],
  STBHHX: [],
  CZKFBJ: ['GHFQDM'],
  ZD: ['ZDDM'],
  ZRZ: ['ZRZH'],
}
const APPROVAL = ['PZWH', 'XMMC']

export const classFieldsOf = (layer: string): string[] => CLASS_FIELDS[layer] ?? APPROVAL
