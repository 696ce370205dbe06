import type { Services } from './canvas-types.ts'

/** Of the breadth and height of the sheet, on each side. */
const MARGIN = 0.03

/** All of the drawing, with a margin: the library itself sets it against the edges. */
export function fitWhole(canvas: Services['canvas']): void {
  canvas.zoom('fit-viewport', 'auto')
  const { x, y, width, height } = canvas.viewbox()
  canvas.viewbox({
    x: x - width * MARGIN,
    y: y - height * MARGIN,
    width: width * (1 + 2 * MARGIN),
    height: height * (1 + 2 * MARGIN),
  })
}
