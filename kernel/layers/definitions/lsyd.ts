import { approvalLayer } from './approval.ts'

/** 临时用地: at most two years as a rule, to be restored afterwards. */
export const lsyd = approvalLayer({
  name: 'LSYD',
  zh: '临时用地',
  en: 'Temporary land use',
  color: '#c98a2b',
  called: { PZWH: '批准文号', SYDW: '用地单位', PZRQ: '批准日期', PZYT: '临时用途', PZMJ: '批准面积' },
  more: [
    { name: 'FKQX', alias: '复垦期限', type: 'date' },
    { name: 'FKYQ', alias: '复垦要求', type: 'text', length: 200 },
  ],
})
