const SKINNY =
  'validate/TestRelateAA.xml · A/A-6-25: two skinny polygons overlapping [dim(2){A.A.Int = B.A.Int}, dim(0){A.A.Bdy.NV = B.A.Bdy.NV}]'
const BELOW_A_CELL = 'they share some 1 µm × 10 µm, far less than a cell of the grid: here they touch'
const NO_AREA = 'no area, so no centre of it; there the centre of the lines is given'
const RING_BY_RING = 'simplify leaves a triangle of every ring and does not look at the others; simplifyCoverage does'

/** For tests only. Operations of the JTS files that give another result here, and why that is right here. */
export const DIFFERENCES: { operation: string; why: string }[] = [
  { operation: `${SKINNY} · relate · 212101212`, why: BELOW_A_CELL },
  { operation: `${SKINNY} · overlaps`, why: BELOW_A_CELL },
  { operation: `${SKINNY} · touches`, why: BELOW_A_CELL },
  {
    operation: 'general/TestValid.xml · A - empty shell and holes (valid) · isvalid',
    why: 'a plot without a single vertex is refused as empty',
  },
  ...[
    'invalid box',
    'invalid box - too few points',
    'degenerate box',
    'degenerate triangle',
    'almost degenerate triangle',
  ].map((shape) => ({ operation: `general/TestCentroid.xml · A - ${shape} · getcentroid`, why: NO_AREA })),
  ...[
    'A - polygon collapse for DP · simplifydp · 1',
    'A - polygon with large hole near edge. DP: simplified and fixed TP: unchanged · simplifydp · 10',
    'A - polygon with small hole near simplified edge DP: hole is remmoved TP: hole is preserved · simplifydp · 10',
    'mA - multipolygon with small element removed · simplifydp · 10',
  ].map((shape) => ({ operation: `general/TestSimplify.xml · ${shape}`, why: RING_BY_RING })),
  {
    operation: 'general/TestCentroid.xml · A - almost degenerate MultiPolygon · getcentroid',
    why: 'degrees, and an area of some 10⁻²⁶ square degrees: nothing is left of it after rounding',
  },
]
