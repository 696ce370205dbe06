import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { codes, read, refused } from '../delivery.testing.ts'

const header = (zone: string, system = '2000国家大地坐标系') =>
  `[属性描述]\n数据产生单位=云栖县自然资源局\n坐标系=${system}\n几度分带=3\n计量单位=米\n${zone}[地块坐标]\n`
const plot = (number: string, north: number, hectares = '1.0000') =>
  [
    `5,${hectares},${number},地块${number},面,I48G073093,工业用地,0601,@`,
    ...[
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
      [100, 0],
    ].map(
      ([x, y], index) =>
        `J${(index % 4) + 1},1,${(3650553.447 + north + x!).toFixed(3)},${(36478500.889 + y!).toFixed(3)}`,
    ),
  ].join('\n')

const txt = (text: string) => read(iconv.encode(text, 'gbk'), {}, 'plots.txt')

test('each plot of a GBK coordinate file is a row with easting first', async () => {
  const delivery = await txt(`${header('带号=36\n')}${plot('DK1', 0)}\n${plot('DK2', 200, '1.2000')}\n`)
  assert.deepEqual([delivery.crs, delivery.encoding.name], [{ epsg: 4524, how: 'prj' }, 'gbk'])
  assert.deepEqual(delivery.rows[0]!.geometry![0]![0]![0], [36478500.889, 3650653.447])
  assert.deepEqual(delivery.rows[0]!.attributes, {
    地块编号: 'DK1',
    地块名称: '地块DK1',
    地块面积: 1,
    图幅号: 'I48G073093',
    地块用途: '工业用地',
    地类编码: '0601',
  })
  assert.deepEqual(codes(delivery.rows[1]!.findings), ['formats.txt.area-differs'])
  assert.deepEqual(codes(delivery.findings), ['formats.txt.header'])
})

test('a plot whose zone contradicts the header is rejected, the others are read', async () => {
  const other = plot('DK2', 0).replaceAll(',36478', ',37478')
  const delivery = await txt(`${header('带号=36\n')}${plot('DK1', 0)}\n${other}\n`)
  assert.deepEqual(
    delivery.rows.map((row) => row.rejected?.code),
    [undefined, 'formats.txt.zone-mismatch'],
  )
})

test('without 带号 in the header the zone number of the eastings tells', async () => {
  const delivery = await txt(`${header('')}${plot('DK1', 0)}\n`)
  assert.deepEqual([delivery.crs.epsg, delivery.crs.how], [4524, 'recognised'])
})

test('another system, another text and nothing at all are refused', async () => {
  await refused(txt(`${header('带号=36\n', '1980西安坐标系')}${plot('DK1', 0)}\n`), 'formats.txt.not-cgcs2000')
  await refused(txt('尊敬的领导：\n'), 'formats.txt.line-not-understood')
  await refused(txt('\n\n'), 'formats.txt.no-plots')
})
