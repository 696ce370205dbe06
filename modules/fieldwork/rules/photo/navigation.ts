import gcoord from 'gcoord'
import type { Position } from '../../../../kernel/geometry/types.ts'

export const navigators = ['amap', 'baidu', 'tencent'] as const
export type Navigator = (typeof navigators)[number]

/**
 * The address that opens a navigation program at a place (WGS 84 degrees), in the offset coordinates that program counts in:
 * GCJ-02 for 高德 and 腾讯, BD-09 for 百度. Nothing offset is ever stored.
 */
export function navigationTo(program: Navigator, place: Position, name: string): string {
  const offset = program === 'baidu' ? gcoord.BD09 : gcoord.GCJ02
  const [longitude, latitude] = gcoord.transform<[number, number]>([place[0], place[1]], gcoord.WGS84, offset)
  const [x, y, title] = [longitude.toFixed(6), latitude.toFixed(6), encodeURIComponent(name)]
  switch (program) {
    case 'amap':
      return `https://uri.amap.com/navigation?to=${x},${y},${title}&mode=car&coordinate=gaode&callnative=1`
    case 'baidu':
      return `https://api.map.baidu.com/direction?destination=latlng:${y},${x}|name:${title}&mode=driving&coord_type=bd09ll&output=html&src=yutu`
    case 'tencent':
      return `https://apis.map.qq.com/uri/v1/routeplan?type=drive&tocoord=${y},${x}&to=${title}&referer=yutu`
  }
}
