-- 设计稿: what is drawn and not yet, or by now, in force. The content is the standard file itself, BPMN 2.0 or DMN 1.3.
create table design (
  id uuid primary key,
  kind text not null check (kind in ('process', 'decision')),
  key text not null,
  title text not null,
  -- '*' where it is of no one business: decision tables
  business text not null,
  -- the version it was begun from
  based_on int,
  content text not null,
  revision int not null default 0,
  state text not null check (state in ('draft', 'submitted', 'published', 'dropped')),
  begun_at timestamptz not null,
  begun_by uuid not null references person (id),
  changed_at timestamptz not null,
  changed_by uuid not null references person (id),
  submitted_at timestamptz,
  submitted_by uuid references person (id),
  note text,
  -- why it was sent back the last time, by whom
  answer text,
  answered_at timestamptz,
  answered_by uuid references person (id),
  version int,
  -- 两人: whoever submits does not confirm
  check (state <> 'published' or answered_by <> submitted_by)
);
-- One design of a thing at a time: two would each lose the other's work when published.
create unique index design_open on design (kind, key) where state in ('draft', 'submitted');
create index design_published on design (kind, key, version) where state = 'published';

-- A published decision table never changes; the processes that use it carry the version they were published with.
create table decision_definition (
  key text not null,
  version int not null,
  digest text not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  primary key (key, version)
);
