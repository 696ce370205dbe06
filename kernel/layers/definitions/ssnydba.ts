import { approvalLayer } from './approval.ts'

/** 设施农用地备案. */
export const ssnydba = approvalLayer({
  name: 'SSNYDBA',
  zh: '设施农用地备案',
  en: 'Farm facility records',
  color: '#8a9a3b',
  called: { PZWH: '备案号', SYDW: '经营者', PZRQ: '备案日期', PZYT: '设施用途', PZMJ: '备案面积' },
  more: [
    { name: 'SSLX', alias: '设施类型', type: 'text', length: 2, codeTable: 'sslx' },
    { name: 'BADW', alias: '备案单位', type: 'text', length: 60 },
  ],
})
