-- A run over a whole layer is made in the background, block by block.
alter table quality_run
  -- prefix of the area codes judged; null where the subject says what was judged
  add column area text,
  -- the instant the layer was read at
  add column as_of timestamptz,
  -- null: every rule of the set
  add column rules text[],
  -- the run this one repeats
  add column repeats uuid references quality_run,
  -- issues by severity, when it has ended
  add column found jsonb,
  add column ended_at timestamptz;
create index quality_run_layer on quality_run (made_at desc) where as_of is not null;

create table quality_block (
  run uuid not null references quality_run,
  ordinal integer not null,
  -- minX, minY, maxX, maxY: features whose lower left corner lies inside; null: rules that compare all features with each other
  box double precision[],
  feature_count integer not null,
  -- written together with the issues of the block
  done_at timestamptz,
  primary key (run, ordinal)
);

-- What an issue is about; no run has the same issue twice.
alter table quality_issue add column key text;
create unique index quality_issue_once on quality_issue (run, key);
create index quality_issue_waived on quality_issue (key) where state = 'waived';
create index quality_issue_kind on quality_issue (run, rule, severity, state);
create index quality_issue_order on quality_issue (run, severity, id);
