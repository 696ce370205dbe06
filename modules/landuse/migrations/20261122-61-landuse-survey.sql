-- What the survey says of a patch beyond its class, by DLTB field name (GDPDJB, KCXS, CZCSXM, ZZSXDM …).
alter table landuse_patch add column attributes jsonb not null default '{}';

-- The survey of a case: its patches are those under the ranges of its clue.
create table landuse_survey (
  case_id uuid primary key references case_ (id),
  way text not null check (way in ('office', 'field')),
  state text not null check (state in ('draft', 'submitted')),
  revision integer not null,
  surveyed_on date,
  opinion text,
  saved_by uuid not null references person (id),
  saved_at timestamptz not null,
  submitted_by uuid references person (id),
  submitted_at timestamptz
);
