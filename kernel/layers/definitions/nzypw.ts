import { approvalLayer } from './approval.ts'

/** 农用地转用批文: farm land released for building; lapses when not used within its time. */
export const nzypw = approvalLayer({
  name: 'NZYPW',
  zh: '农转用批文',
  en: 'Conversion approvals',
  color: '#3f7fbf',
  called: { PZWH: '批准文号', SYDW: '申请单位', PZRQ: '批准日期', PZYT: '批准用途', PZMJ: '批准面积' },
  more: [
    { name: 'NYDMJ', alias: '农用地转用面积', type: 'number', length: 15, decimals: 2 },
    { name: 'GDMJ', alias: '其中耕地面积', type: 'number', length: 15, decimals: 2 },
  ],
})
