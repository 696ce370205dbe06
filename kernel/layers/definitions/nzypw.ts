import { approvalLayer } from './approval.ts'

/** 农用地转用批文: farm land released for building; lapses when not used within its time. */
export const nzypw = approvalLayer({
  name: 'NZYPW',
  zh: '农转用批文',
  en: 'Conversion approvals',
  color: '#3f7fbf',
  called: { PZWH: '批准文号', SYDW: '申请单位', PZRQ: '批准日期', PZYT: '批准用途', PZMJ: '批准面积' },
  more: [
    { name: 'PCMC', alias: '批次名称', type: 'text', length: 120 },
    { name: 'DKBH', alias: '地块编号', type: 'text', length: 20 },
    { name: 'NYDMJ', alias: '农用地转用面积', type: 'number', length: 15, decimals: 2 },
    { name: 'GDMJ', alias: '其中耕地面积', type: 'number', length: 15, decimals: 2 },
  ],
})
