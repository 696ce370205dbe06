import gcoord from 'gcoord'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Navigator } from './navigation.ts'

/**
 * The address that opens the program itself on Android or iOS, in the coordinates it counts in; undefined on other devices,
 * where its web page is opened. Schemes as the three programs document them (androidamap/iosamap, baidumap, qqmap).
 */
export function appAddressTo(program: Navigator, place: Position, name: string, agent: string): string | undefined {
  const isApple = /iPhone|iPad/.test(agent)
  if (!isApple && !/Android/.test(agent)) return undefined
  const offset = program === 'baidu' ? gcoord.BD09 : gcoord.GCJ02
  const [x, y] = gcoord
    .transform<[number, number]>([place[0], place[1]], gcoord.WGS84, offset)
    .map((one) => one.toFixed(6))
  const title = encodeURIComponent(name)
  switch (program) {
    case 'amap':
      return isApple
        ? `iosamap://path?sourceApplication=yutu&dlat=${y}&dlon=${x}&dname=${title}&dev=0&t=0`
        : `androidamap://route/plan/?sourceApplication=yutu&dlat=${y}&dlon=${x}&dname=${title}&dev=0&t=0`
    case 'baidu':
      return `baidumap://map/direction?destination=name:${title}|latlng:${y},${x}&coord_type=bd09ll&mode=driving&src=yutu`
    case 'tencent':
      return `qqmap://map/routeplan?type=drive&to=${title}&tocoord=${y},${x}&referer=yutu`
  }
}
