import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/**
 * The map is a part of the page that comes when it is first wanted. Before somebody goes where there is no network it must have
 * come: loading its parts once puts them where the page is kept (apps/field/worker.ts).
 */
export async function keepMapParts(): Promise<void> {
  await Promise.all([import('./map-page.tsx'), import('./task-map.tsx'), import('./drawing/draw-shape.tsx')])
  await fetch(workerAddress)
  await fetch(new URL('./packages/package-worker.ts', import.meta.url)).catch(() => undefined)
}
