import { addressOf } from '../../../ui/api.ts'

/** Where a resource's bytes are fetched. */
export const addressOfFile = (id: string): string => addressOf('casework.resource.download', { resourceId: id })
