create table quality_run (
  id uuid primary key,
  -- what was judged, in the words of whoever asked: a case, a change set, a layer
  subject text not null,
  layer text,
  rule_set text not null,
  rule_set_version integer not null,
  parameters jsonb not null default '{}',
  feature_count integer not null,
  made_by text not null,
  made_at timestamptz not null
);
create index quality_run_subject on quality_run (subject, made_at desc);

create table quality_issue (
  id bigint generated always as identity primary key,
  run uuid not null references quality_run,
  rule text not null,
  severity text not null check (severity in ('A', 'B', 'C')),
  features text[] not null,
  field text,
  value text,
  measure double precision,
  at geometry(Point, 4524),
  state text not null default 'open' check (state in ('open', 'fixed', 'waived', 'returned')),
  settled_by text,
  settled_at timestamptz,
  reason text,
  -- a waiver may end
  until date,
  before jsonb,
  after jsonb,
  check (state = 'open' or settled_by is not null),
  check (state <> 'waived' or reason is not null)
);
create index quality_issue_run on quality_issue (run, id);
