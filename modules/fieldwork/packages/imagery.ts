export type Picture = { bytes: Uint8Array; mediaType: string }
export type ReadPicture = (moment: 'before' | 'after', z: number, x: number, y: number) => Promise<Picture | undefined>

/** Where pictures come from is the server's business (apps/server/imagery): it says so when it starts. */
let source: ReadPicture | undefined

export function picturesFrom(read: ReadPicture): void {
  source = read
}

/** A picture of a date; undefined where there is none, or no service. */
export const readPicture: ReadPicture = async (moment, z, x, y) => source?.(moment, z, x, y)
