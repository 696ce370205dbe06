import { addResource } from '../../documents/resources.ts'
import { newAttachments } from '../../forms/attachments.ts'
import type { Attachment, FormDefinition, FormValues } from '../../forms/definition.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { CaseWork } from '../work.ts'

const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Files that came with a submission go into the case's resource tree, under the field's title and their kind. One that
 * the store has not received refuses the submission.
 */
export async function keepFormFiles(
  work: CaseWork,
  caseId: string,
  { fields }: FormDefinition,
  before: FormValues,
  after: FormValues,
): Promise<void> {
  for (const field of fields) {
    if (field.type !== 'attachments') continue
    for (const file of newAttachments(field, before, after)) {
      const kind = field.kinds?.find(({ value }) => value === file.kind)
      const folder = [field.title.zh, ...(kind ? [kind.title.zh] : [])].map(asFolder).join('/')
      await keepFile(work, caseId, folder, file)
    }
  }
}

async function keepFile(
  { trx, person, now, files }: CaseWork,
  caseId: string,
  folder: string,
  file: Attachment,
): Promise<void> {
  const { digest, name, kind } = file
  if (files && !(await files.has(digest))) throw new Refusal(invalid('forms.file-lost', { name }))
  const size = files ? await files.sizeOf(digest) : file.size
  const mediaType = MEDIA[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  const resource = { caseId, folder, kind: 'file' as const, title: name, file: { digest, size, mediaType } }
  await addResource(trx, { ...resource, ...(kind && { detail: { kind } }) }, person?.id ?? null, now)
}

/** Signs that no folder may have in its name. */
const asFolder = (title: string) => title.replaceAll(/[/\\:*?"<>|]/g, ' ').trim()
