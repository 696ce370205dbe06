import type { FormValues } from '../../../../kernel/forms/definition.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { ApplicantKind } from '../../rules/item.ts'

export type FiledFile = { key: string; digest: string; name: string; mediaType: string; size: number }
export type LandFile = { digest: string; name: string; declaredEpsg?: number; layerName?: string }

/** What is typed into a filing; kept as a draft as it is. */
export type Filed = {
  title: string
  areaCode: string
  applicantName: string
  applicantKind: ApplicantKind
  applicantCode: string
  data: FormValues
  materials: FiledFile[]
  landFrom: 'drawn' | 'file'
  rings: Position[][]
  landFile: LandFile | null
  project: string
  mainNumber: string
  mainCase: { id: string; isOpen: boolean } | null
  despiteOpenMain: boolean
}

export const nothingFiled = (applicantKind: ApplicantKind): Filed => ({
  title: '',
  areaCode: '',
  applicantName: '',
  applicantKind,
  applicantCode: '',
  data: {},
  materials: [],
  landFrom: 'drawn',
  rings: [],
  landFile: null,
  project: '',
  mainNumber: '',
  mainCase: null,
  despiteOpenMain: false,
})

/** The input of approvals.case.file. */
export function filingOf(item: string, filed: Filed, draft: string | undefined) {
  const { title, areaCode, applicantName, applicantKind, applicantCode, data, materials, project, mainCase } = filed
  const land = landOf(filed)
  return {
    ...{ item, title, areaCode, data, despiteOpenMain: filed.despiteOpenMain },
    applicant: { name: applicantName, kind: applicantKind, ...(applicantCode && { code: applicantCode }) },
    materials: materials.map(({ size: _, ...file }) => file),
    ...(land && { land }),
    ...(project && { project }),
    ...(mainCase && { mainCase: mainCase.id }),
    ...(draft && { draft }),
  }
}

export function landOf({ landFrom, rings, landFile }: Pick<Filed, 'landFrom' | 'rings' | 'landFile'>) {
  if (landFrom === 'drawn')
    return rings.length > 0
      ? { source: 'drawn' as const, rings: rings.map((ring) => ring.map(([x, y]) => [x, y])) }
      : undefined
  if (!landFile) return undefined
  const { digest: fileDigest, name: fileName, ...how } = landFile
  return { source: 'file' as const, fileDigest, fileName, ...how }
}

/** Keys of texts that say what is still missing before the form is even sent. */
export function missingOf(filed: Filed, item: { needsScope: boolean; requires: string[] }): string[] {
  const missing = [
    filed.title.trim() === '' && 'title',
    filed.areaCode === '' && 'area',
    filed.applicantName.trim() === '' && 'applicant',
    item.needsScope && !landOf(filed) && 'land',
    item.requires.length > 0 && filed.project === '' && 'project',
  ]
  return missing.filter((one) => one !== false)
}
