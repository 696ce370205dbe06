import { approvalLayer } from './approval.ts'

/** 管理范围: land already managed (built land, rivers, reserves); only what lies outside waits for screening. */
export const glfw = approvalLayer({
  name: 'GLFW',
  zh: '管理范围',
  en: 'Managed extents',
  color: '#6f7f8f',
  called: { PZWH: '划定文号', SYDW: '管理单位', PZRQ: '划定日期', PZYT: '管理用途', PZMJ: '划定面积' },
  more: [
    { name: 'GLLX', alias: '管理范围类型', type: 'text', length: 2, codeTable: 'gllx' },
    { name: 'LYTC', alias: '来源图层', type: 'text', length: 20 },
  ],
})
