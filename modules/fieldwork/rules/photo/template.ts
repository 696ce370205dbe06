/** A kind of photo that evidence asks for; `min`: how many of it at least, `maxDistance`: m from the range. */
export type PhotoKind = { code: string; title: { zh: string; en: string }; min: number; maxDistance?: number }

/** 举证模板: which photos a class of land asks for. No public text gives the ministry's numbers: these are data to be changed. */
export type EvidenceTemplate = { key: string; title: { zh: string; en: string }; kinds: PhotoKind[] }

const far: PhotoKind = { code: 'far', title: { zh: '远景', en: 'From afar' }, min: 2, maxDistance: 100 }
const near: PhotoKind = { code: 'near', title: { zh: '近景', en: 'Close up' }, min: 2, maxDistance: 50 }
const inside: PhotoKind = { code: 'inside', title: { zh: '内景', en: 'Inside' }, min: 1 }
const use: PhotoKind = { code: 'use', title: { zh: '利用特征', en: 'How it is used' }, min: 1, maxDistance: 50 }
const other: PhotoKind = { code: 'other', title: { zh: '其他', en: 'Other' }, min: 0 }

const landTemplate: EvidenceTemplate = {
  key: 'land',
  title: { zh: '一般图斑', en: 'Any patch' },
  kinds: [far, near, other],
}

/** Buildings: what they are used for shows inside only. */
const buildingTemplate: EvidenceTemplate = {
  key: 'building',
  title: { zh: '建（构）筑物', en: 'Buildings' },
  kinds: [far, near, { ...inside, min: 0 }, other],
}

/** Facility agriculture: what is kept or grown decides the class. */
const facilityTemplate: EvidenceTemplate = {
  key: 'facility',
  title: { zh: '设施农用地', en: 'Facility agriculture' },
  kinds: [far, near, use, other],
}

/** The template of a land class (三调 codes). */
export function templateFor(DLBM: string | null): EvidenceTemplate {
  if (DLBM?.startsWith('1202')) return facilityTemplate
  return DLBM && /^0[5-9]/.test(DLBM) ? buildingTemplate : landTemplate
}

/** Kinds of which photos are missing, and how many. Photos without a kind count as any that is still wanted. */
export function missingKinds(
  { kinds }: EvidenceTemplate,
  photos: readonly { kind: string | null }[],
): { kind: PhotoKind; missing: number }[] {
  const count = (code: string) => photos.filter(({ kind }) => kind === code).length
  let loose = photos.filter(({ kind }) => kind === null).length
  return kinds.flatMap((kind) => {
    const wanted = Math.max(0, kind.min - count(kind.code))
    const covered = Math.min(wanted, loose)
    loose -= covered
    return wanted > covered ? [{ kind, missing: wanted - covered }] : []
  })
}
