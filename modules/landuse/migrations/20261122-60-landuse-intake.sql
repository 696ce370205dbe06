-- A delivery of clues. The same delivery (file, or the same set of rows) is taken in once.
create table landuse_batch (
  id uuid primary key,
  number text not null unique,
  source text not null check (source in ('monitoring', 'farmland', 'enforcement', 'discovery')),
  period text not null,
  arrived_by text not null check (arrived_by in ('page', 'folder', 'api', 'command')),
  -- whose clues these are: the prefix of area codes within which the batch may be seen
  area_code text not null,
  file_digest text not null,
  file_name text not null,
  -- SM3 over the sorted digests of all rows: the same rows in another order or another archive are the same delivery
  rows_digest text not null,
  format text not null,
  layer_name text not null,
  encoding jsonb not null,
  crs jsonb not null,
  fields jsonb not null,
  findings jsonb not null,
  mapping jsonb not null,
  mapping_how jsonb not null,
  mapping_missing jsonb not null,
  state text not null check (state in ('mapping', 'ready', 'processing', 'done', 'cancelled')),
  -- overlay layers and dates, split or not, parameters of the rules: what this batch is processed with
  options jsonb not null,
  run_id uuid,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text
);
create unique index landuse_batch_file on landuse_batch (file_digest, layer_name) where state <> 'cancelled';
create unique index landuse_batch_rows on landuse_batch (rows_digest) where state <> 'cancelled';
create index landuse_batch_made on landuse_batch (made_at desc);

-- How the fields of a source are read, remembered from the last confirmed delivery.
create table landuse_field_mapping (
  source text primary key,
  mapping jsonb not null,
  confirmed_by uuid not null references person (id),
  confirmed_at timestamptz not null
);

-- Every row of every delivery, as read: nothing is left out.
create table landuse_row (
  batch uuid not null references landuse_batch,
  row integer not null,
  digest text not null,
  attributes jsonb not null,
  -- WKB in the coordinate system of the delivery: the coordinates bit for bit
  geometry bytea,
  state text not null check (state in ('waiting', 'accepted', 'repaired', 'rejected')),
  reason jsonb,
  findings jsonb not null,
  primary key (batch, row)
);
create index landuse_row_state on landuse_row (batch, state, row);
create index landuse_row_digest on landuse_row (batch, digest);

create table landuse_clue (
  id uuid primary key,
  batch uuid not null references landuse_batch,
  row integer not null,
  number text not null unique,
  source_number text not null,
  source text not null,
  before_on date,
  found_on date,
  change_kind text not null,
  predicted_class text,
  note text,
  stated_area numeric(15,2),
  -- village where the largest part lies; the county or town of the delivery until the overlay is made
  area_code text not null,
  state text not null,
  geom geometry(MultiPolygon, 4524) not null,
  -- as delivered, where a repair changed it
  geom_before geometry(MultiPolygon, 4524),
  repair_reverted boolean not null default false,
  -- the two legal areas, m²: ellipsoidal (三调) and planar
  area_ellipsoidal numeric(15,2) not null default 0,
  area_planar numeric(15,2) not null default 0,
  tags text[] not null default '{}',
  farmland_area numeric(15,2) not null default 0,
  basic_farmland_area numeric(15,2) not null default 0,
  redline_area numeric(15,2) not null default 0,
  urban_area numeric(15,2) not null default 0,
  range_area numeric(15,2) not null default 0,
  linked_clue uuid references landuse_clue,
  -- overlap ÷ area of this clue, overlap ÷ area of the other: both kept, the rule says which one counts
  link_ratio_own numeric(6,4),
  link_ratio_other numeric(6,4),
  facts jsonb,
  approvals jsonb not null default '[]',
  dropped jsonb not null default '[]',
  conclusion text check (conclusion in ('lawful', 'suspect', 'manual')),
  automatic_conclusion text,
  reason_code text,
  reason jsonb,
  -- decision table, its digest, and the rule that spoke
  decision jsonb,
  adjusted_by uuid references person (id),
  adjusted_at timestamptz,
  adjust_reason text,
  case_id uuid references case_ (id),
  case_number text,
  -- set when the survey of this clue is finished; later clues of the year link to it
  surveyed_at timestamptz,
  unique (batch, row)
);
create index landuse_clue_geom on landuse_clue using gist (geom);
create index landuse_clue_batch on landuse_clue (batch, state, row);
create index landuse_clue_area on landuse_clue (area_code text_pattern_ops);
create unique index landuse_clue_case on landuse_clue (case_id) where case_id is not null;
create index landuse_clue_surveyed on landuse_clue using gist (geom) where surveyed_at is not null;

create table landuse_adjustment (
  id uuid primary key,
  clue uuid not null references landuse_clue,
  before text not null,
  after text not null,
  reason text not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null
);
create index landuse_adjustment_clue on landuse_adjustment (clue, made_at);

create table landuse_repair (
  clue uuid not null references landuse_clue,
  ordinal integer not null,
  code text not null,
  params jsonb not null,
  reverted_at timestamptz,
  reverted_by uuid references person (id),
  primary key (clue, ordinal)
);

-- How much of what: adds up to the clue in both legal areas, layer by layer.
create table landuse_overlay (
  clue uuid not null references landuse_clue,
  layer text not null,
  ordinal integer not null,
  as_of timestamptz not null,
  -- false: what of the clue the layer does not cover
  covered boolean not null,
  -- the fields asked for and their values
  key jsonb not null,
  ellipsoidal numeric(15,2) not null,
  planar numeric(15,2) not null,
  -- ids of the features of the layer
  features bigint[] not null,
  primary key (clue, layer, ordinal)
);

-- 套合图形: the pieces, where the overlay was asked to split. `features`: [{id, key}] over the piece.
create table landuse_piece (
  clue uuid not null references landuse_clue,
  layer text not null,
  ordinal integer not null,
  features jsonb not null,
  ellipsoidal numeric(15,2) not null,
  planar numeric(15,2) not null,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (clue, layer, ordinal)
);

-- 范围: what of a clue lies outside managed areas and valid approvals.
create table landuse_range (
  id uuid primary key,
  clue uuid not null references landuse_clue,
  ordinal integer not null,
  geom geometry(MultiPolygon, 4524) not null,
  area_ellipsoidal numeric(15,2) not null,
  area_planar numeric(15,2) not null,
  unique (clue, ordinal)
);
create index landuse_range_geom on landuse_range using gist (geom);

-- 图斑: the third level. Made from range × base map when the case opens; the survey replaces and completes them.
create table landuse_patch (
  id uuid primary key,
  range uuid not null references landuse_range,
  ordinal integer not null,
  geom geometry(MultiPolygon, 4524) not null,
  area_ellipsoidal numeric(15,2) not null,
  area_planar numeric(15,2) not null,
  -- DLBM and QSDWDM of the base map before the survey
  before_class text,
  before_owner text,
  -- DLBM and QSXZ found by the survey
  class text,
  ownership text,
  note text,
  unique (range, ordinal)
);
create index landuse_patch_geom on landuse_patch using gist (geom);

-- 共享库: results other systems read. One row a kind and clue; the outbox carries the same to partners.
create table landuse_shared (
  kind text not null,
  clue uuid not null references landuse_clue,
  payload jsonb not null,
  written_at timestamptz not null,
  primary key (kind, clue)
);
