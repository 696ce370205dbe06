-- 合规性审查: what was asked about which land, by which rules, on the layers at which instant, and the answer as it was given.
create table compliance_report (
  id uuid primary key,
  number text not null unique,
  title text not null,
  source text not null check (source in ('drawn', 'file', 'case')),
  -- the file's name or the case's number
  source_name text,
  case_id uuid references case_ (id),
  -- where the land lies: the code all of it has in common
  area_code text not null,
  as_of timestamptz not null,
  rules_version integer not null,
  conclusion text not null check (conclusion in ('clear', 'attention', 'conflict')),
  ellipsoidal numeric(18, 2) not null,
  planar numeric(18, 2) not null,
  -- per rule; per layer and values; per approval; what was repaired when reading
  verdicts jsonb not null,
  areas jsonb not null,
  approvals jsonb not null,
  notes jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null
);
create index compliance_report_made on compliance_report (made_at desc);
create index compliance_report_case on compliance_report (case_id, made_at desc) where case_id is not null;

create table compliance_range (
  report uuid not null references compliance_report,
  name text not null,
  ordinal integer not null,
  ellipsoidal numeric(18, 2) not null,
  planar numeric(18, 2) not null,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (report, ordinal)
);

-- The pieces that speak against it, or ask for something.
create table compliance_piece (
  report uuid not null references compliance_report,
  ordinal integer not null,
  rule text not null,
  range integer not null,
  ellipsoidal numeric(18, 2) not null,
  planar numeric(18, 2) not null,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (report, ordinal)
);
