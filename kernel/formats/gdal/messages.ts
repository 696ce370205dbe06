/** What the worker is asked: a file or folder it may open, and which layer is wanted. */
export type GdalJob = { path: string; layer: string | undefined }

export type GdalField = { name: string; type: string; width?: number; precision?: number }

/** What it answers: the layer as GeoJSON bytes with the facts GeoJSON loses, or the reason it cannot. */
export type GdalAnswer =
  | { kind: 'layer'; layerName: string; wkt: string; fields: GdalField[]; geojson: Uint8Array }
  | { kind: 'choose'; layers: string[] }
  | { kind: 'failed'; reason: string }
