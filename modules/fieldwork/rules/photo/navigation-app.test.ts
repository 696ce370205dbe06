import assert from 'node:assert/strict'
import { test } from 'node:test'
import { navigationTo, navigators } from './navigation.ts'
import { appAddressTo } from './navigation-app.ts'

const PLACE: [number, number] = [107.76, 33]
const phones = { android: 'Mozilla/5.0 (Linux; Android 14)', apple: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)' }

test('each program is opened by its own scheme, at the place it counts in', () => {
  const schemes = navigators.map((one) => appAddressTo(one, PLACE, '图斑 1', phones.android)!.split(':')[0])
  assert.deepEqual(schemes, ['androidamap', 'baidumap', 'qqmap'])
  assert.match(
    appAddressTo('amap', PLACE, '图斑 1', phones.apple)!,
    /^iosamap:\/\/path\?.*dname=%E5%9B%BE%E6%96%91%201/,
  )
  for (const program of navigators) {
    const [x] = /\d{3}\.\d{6}/.exec(appAddressTo(program, PLACE, 'a', phones.android)!)!
    assert.ok(navigationTo(program, PLACE, 'a').includes(x), 'the same place as its web page')
    assert.notEqual(x, '107.760000')
  }
})

test('elsewhere there is no program to open: its web page is', () => {
  assert.equal(appAddressTo('amap', PLACE, 'a', 'Mozilla/5.0 (X11; Linux x86_64)'), undefined)
})
