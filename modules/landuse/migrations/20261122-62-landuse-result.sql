-- A change set made from surveyed cases, with what the drafting had to decide.
create table landuse_result (
  change_set uuid primary key references change_set (id),
  notes jsonb not null,
  problems jsonb not null,
  -- per retired patch: what was recorded, what its pieces measure, and by how much they were levelled
  levelling jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  -- the set that answered it
  reverted_by uuid references change_set (id)
);

create table landuse_result_case (
  change_set uuid not null references landuse_result (change_set),
  case_id uuid not null references case_ (id),
  primary key (change_set, case_id)
);
create index landuse_result_case_case on landuse_result_case (case_id);

-- 地类图斑更新过程 (DLTBGXGC): the land a patch before and a patch after have in common.
create table landuse_update_process (
  change_set uuid not null references landuse_result (change_set),
  ordinal integer not null,
  before_feature bigint not null,
  after_feature bigint not null,
  -- BGQ… and BGH… fields, TBBGMJ, BGXW, BGRQ, XZQTZLX, GXSJ
  attributes jsonb not null,
  area numeric(15,2) not null,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (change_set, ordinal)
);
create index landuse_update_process_before on landuse_update_process (before_feature);
create index landuse_update_process_after on landuse_update_process (after_feature);
