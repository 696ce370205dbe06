import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planarArea } from '../measures/planar-area.ts'
import { EASTING, NORTHING, plot, rectangle } from '../sample-geometries.testing.ts'
import { type CoordinateText, readCoordinateText } from './coordinate-text.ts'
import { writeCoordinateText } from './coordinate-text-write.ts'

const HEADER = `[属性描述]
格式版本号=1.01版本
数据产生单位=西乡县自然资源局
数据产生日期=2025-06-01
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=36
精度=0.001
转换参数=0,0,0,0,0,0,0
[地块坐标]
`
const PLOT = `5,1.0000,DK1,某某项目地块一,面,I48G073093,工业用地,0601,@
J1,1,3650653.447,36478500.889
J2,1,3650653.447,36478600.889
J3,1,3650553.447,36478600.889
J4,1,3650553.447,36478500.889
J1,1,3650653.447,36478500.889
`
const SAMPLE = HEADER + PLOT
const HOLE = `J5,2,3650633.447,36478520.889
J6,2,3650613.447,36478520.889
J7,2,3650613.447,36478540.889
J5,2,3650633.447,36478520.889
`

const codes = ({ findings }: CoordinateText) => findings.map(({ code }) => code)

test('a file as the rules have it gives its plot and no findings', () => {
  const { plots, findings, header } = readCoordinateText(SAMPLE)
  assert.deepEqual(findings, [])
  assert.equal(header.get('数据产生单位'), '西乡县自然资源局')
  const [plot] = plots
  assert.equal(plots.length, 1)
  assert.ok(plot!.accepted)
  assert.deepEqual([plot!.number, plot!.name, plot!.statedArea, plot!.sheet, plot!.use, plot!.landClass], ['DK1', '某某项目地块一', 1, 'I48G073093', '工业用地', '0601']) // biome-ignore format: one row
  assert.ok(Math.abs(planarArea(plot!.geometry) - 10000) < 0.01)
  assert.deepEqual(plot!.geometry[0]![0]![0]![0]! > 3.6e7, true)
})

test('an inner ring is a hole; a further ring that lies apart is a part, whatever its number', () => {
  const holed = readCoordinateText(HEADER + PLOT.replace('5,1.0000', '9,0.9800') + HOLE)
  assert.deepEqual([codes(holed), holed.plots[0]!.geometry[0]!.length], [[], 2])
  const apart = HOLE.replaceAll('36478', '36479')
  const parts = readCoordinateText(HEADER + PLOT.replace('5,1.0000', '9,1.0200') + apart)
  assert.deepEqual([codes(parts), parts.plots[0]!.geometry.length], [['further-part'], 2])
})

test('what many files do is tolerated and said: full-width commas, no closing point, no zone prefix, CRLF, BOM', () => {
  const text = `\uFEFF${SAMPLE.replace('面,', '面，').replace(/J1,1,3650653.447,36478500.889\n$/, '')}`
  const read = readCoordinateText(text.replaceAll(',36478', ',478').replaceAll('\n', '\r\n'))
  assert.deepEqual(codes(read), ['full-width-comma', 'point-count', 'zone-prefix-missing'])
  assert.deepEqual(read.plots[0]!.geometry, readCoordinateText(SAMPLE).plots[0]!.geometry)
  assert.ok(read.plots[0]!.accepted)
})

test('what would put the plot in the wrong place is rejected by name', () => {
  const rejection = (text: string, options = {}) => {
    const read = readCoordinateText(text, options)
    assert.ok(!read.plots[0]?.accepted)
    return read.findings.find(({ severity }) => severity === 'reject')?.code
  }
  assert.equal(rejection(SAMPLE.replace('带号=36', '带号=37')), 'zone-mismatch')
  assert.equal(rejection(SAMPLE.replace('带号=36', '带号=').replaceAll(',36478', ',478')), 'zone-unknown')
  assert.equal(rejection(SAMPLE.replace('2000国家大地坐标系', '1980西安坐标系')), 'not-cgcs2000')
  assert.equal(rejection(SAMPLE.replaceAll(',3650', ',650')), 'coordinate-range')
  assert.equal(rejection(SAMPLE, { extent: [0, 0, 1, 1] }), 'outside-extent')
  assert.equal(rejection(SAMPLE.replaceAll(/,(36\d{5}\.\d+),(36\d{6}\.\d+)/g, ',$2,$1')), 'swapped-axes')
  assert.equal(rejection(''), 'no-plots')
})

test('swapped axes are read once the sender has agreed to swap', () => {
  const swapped = SAMPLE.replaceAll(/,(36\d{5}\.\d+),(36\d{6}\.\d+)/g, ',$2,$1')
  const read = readCoordinateText(swapped, { swapAxes: true })
  assert.deepEqual(read.plots, readCoordinateText(SAMPLE).plots)
})

test('rings that are no rings are rejected, small oddities are warned of', () => {
  const lines = PLOT.split('\n')
  const crossed = [lines[0], lines[1], lines[3], lines[2], lines[4], lines[5], ''].join('\n')
  assert.deepEqual(codes(readCoordinateText(HEADER + crossed)), ['self-intersection', 'area-differs'])
  assert.deepEqual(codes(readCoordinateText(HEADER + [...lines.slice(0, 3), ''].join('\n'))), ['point-count', 'ring-too-short']) // biome-ignore format: one row
  const across = HOLE.replaceAll('36478520', '36478490')
  assert.deepEqual(codes(readCoordinateText(HEADER + PLOT.replace('5,', '9,') + across)), ['rings-cross'])
  const doubled = [...lines.slice(0, 2), lines[1], ...lines.slice(2)].join('\n').replace('5,1', '6,1.0000')
  assert.ok(codes(readCoordinateText(HEADER + doubled)).includes('repeated-point'))
  assert.deepEqual(codes(readCoordinateText(SAMPLE.replace('1.0000', '1.2000'))), ['area-differs'])
  assert.deepEqual(codes(readCoordinateText(SAMPLE.replace(',@', ',0'))), ['end-mark-missing'])
  assert.deepEqual(codes(readCoordinateText(`${SAMPLE}???\n`)), ['line-not-understood'])
  assert.deepEqual(codes(readCoordinateText(SAMPLE.replace(',面,', ',线,'))), ['not-a-polygon'])
})

test('the sample is written again line by line', () => {
  const header = { producer: '西乡县自然资源局', date: '2025-06-01', zone: 36 }
  const [plot] = readCoordinateText(SAMPLE).plots
  assert.equal(writeCoordinateText(header, [plot!]), SAMPLE.replaceAll('\n', '\r\n'))
})

test('any plot that is written is read back with its vertices to a millimetre and no findings', () => {
  const header = { producer: '测绘队', date: '2026-01-01', zone: 36 }
  fc.assert(
    fc.property(plot, (geometry) => {
      const read = readCoordinateText(writeCoordinateText(header, [{ number: 'D,1', name: 'a@b', geometry }]))
      assert.deepEqual(codes(read), [])
      assert.equal(read.plots[0]!.number, 'D、1')
      const millimetres = geometry[0]!.flatMap((ring) => ring.map(([x, y]) => [x.toFixed(3), y.toFixed(3)].join())).sort() // biome-ignore format: one row
      const found = read.plots[0]!.geometry[0]!.flatMap((ring) => ring.map(([x, y]) => [x.toFixed(3), y.toFixed(3)].join())) // biome-ignore format: one row
      assert.equal(new Set(found).size, new Set(millimetres).size)
    }),
  )
})

test('garbage is read to the end with findings', () => {
  const pieces = fc.constantFrom('J1', ',', '@', '\n', '1', '36478500.889', '3650553.447', '面', '=', 'NaN', '，', '-')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
      const read = readCoordinateText(words.join(''))
      assert.ok(read.plots.every(({ geometry }) => Number.isFinite(planarArea(geometry))))
    }),
    { numRuns: 2000 },
  )
  const parts = writeCoordinateText({ producer: '', date: '', zone: 36 }, [{ number: '1', name: '', geometry: [...rectangle(EASTING, NORTHING, EASTING + 9, NORTHING + 9), ...rectangle(EASTING + 20, NORTHING, EASTING + 29, NORTHING + 9)] }]) // biome-ignore format: one row
  assert.equal(readCoordinateText(parts).plots.length, 2)
})
