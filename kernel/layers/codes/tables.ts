import { ajzt, gllx, gyfs, pwzt, sslx } from './approvals.ts'
import type { CodeTable } from './code-table.ts'
import { czcsxm } from './czcsxm.ts'
import { fwjg } from './fwjg.ts'
import { gdlx } from './gdlx.ts'
import { gdpdjb } from './gdpdjb.ts'
import { ghfq } from './ghfq.ts'
import { landuseSurvey3 } from './landuse-survey3.ts'
import { mssm } from './mssm.ts'
import { mjdw, qlsdfs } from './parcels.ts'
import { qllx } from './qllx.ts'
import { qlxz } from './qlxz.ts'
import { qsxz } from './qsxz.ts'
import { tbxhdm } from './tbxhdm.ts'
import { wjzlx } from './wjzlx.ts'
import { zdtzm } from './zdtzm.ts'
import { zzsxdm } from './zzsxdm.ts'

export const codeTables = {
  'landuse-survey3': landuseSurvey3,
  qsxz,
  gdlx,
  gdpdjb,
  tbxhdm,
  zzsxdm,
  czcsxm,
  mssm,
  wjzlx,
  ghfq,
  qllx,
  qlxz,
  zdtzm,
  mjdw,
  qlsdfs,
  fwjg,
  gyfs,
  sslx,
  ajzt,
  gllx,
  pwzt,
} satisfies Record<string, CodeTable>

export type CodeTableName = keyof typeof codeTables
