-- A published version never changes: a running case stays on the one it began with.
create table process_definition (
  key text not null,
  version int not null,
  digest text not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid references person (id),
  primary key (key, version)
);

create table case_ (
  id uuid primary key,
  number text not null unique,
  business text not null,
  process text not null,
  process_version int not null,
  -- form key → version, settled when the case is opened
  forms jsonb not null,
  title text not null,
  state text not null check (state in ('running', 'suspended', 'ended', 'closedIrregularly')),
  result text,
  area_code text not null,
  organisation uuid references organisation (id),
  scope geometry(MultiPolygon, 4524),
  -- facts: what the forms say, by field name
  data jsonb not null,
  -- where the case stands: the interpreter's state
  tokens jsonb not null,
  revision int not null default 0,
  opened_at timestamptz not null,
  opened_by uuid references person (id),
  closed_at timestamptz,
  -- working days allowed in all; the last of them is due
  limit_days int,
  due date not null default 'infinity',
  warn_from date not null default 'infinity',
  foreign key (process, process_version) references process_definition (key, version)
);
create index case_scope on case_ using gist (scope);
create index case_area on case_ (area_code text_pattern_ops, opened_at desc);
create index case_business on case_ (business, opened_at desc, id);
create index case_opened on case_ (opened_at desc, id);
create index case_number on case_ (number text_pattern_ops);

-- business, area and organisation are the case's own, copied so that a worklist reads one index.
create table task (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  -- the interpreter's name for it
  key text not null,
  step text not null,
  business text not null,
  area_code text not null,
  organisation uuid references organisation (id),
  role text not null,
  state text not null check (state in ('open', 'claimed', 'done', 'cancelled', 'suspended')),
  reason text not null,
  -- set while the task is open: only this person may claim it
  assignee uuid references person (id),
  opened_at timestamptz not null,
  claimed_at timestamptz,
  done_at timestamptz,
  done_by uuid references person (id),
  outcome text,
  draft jsonb,
  limit_days int,
  due date not null default 'infinity',
  warn_from date not null default 'infinity',
  revision int not null default 0,
  unique (case_id, key)
);
create index task_pool on task (role, due, id) include (area_code, business, organisation, warn_from)
  where state = 'open' and assignee is null;
create index task_assigned on task (assignee, state, due, id) include (business, step, warn_from)
  where state in ('open', 'claimed');
create index task_suspended on task (role, due, id) where state = 'suspended';
create index task_done on task (done_by, done_at desc, id) where state = 'done';

create table case_event (
  id bigint generated always as identity primary key,
  case_id uuid not null references case_ (id),
  at timestamptz not null,
  by uuid references person (id),
  verb text not null,
  task_id uuid references task (id),
  step text,
  detail jsonb not null default '{}'
);
create index case_event_case on case_event (case_id, id);
create trigger case_event_append_only before update or delete on case_event for each row execute function refuse_change();

create table opinion (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  task_id uuid references task (id),
  step text,
  by uuid not null references person (id),
  at timestamptz not null,
  text text not null
);
create index opinion_case on opinion (case_id, at);
create trigger opinion_append_only before update or delete on opinion for each row execute function refuse_change();

create table case_link (
  from_case uuid not null references case_ (id),
  to_case uuid not null references case_ (id),
  kind text not null check (kind in ('child', 'supplement', 'related')),
  linked_at timestamptz not null,
  linked_by uuid references person (id),
  primary key (from_case, to_case, kind),
  check (from_case <> to_case)
);
create index case_link_to on case_link (to_case);

create table case_pause (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  kind text not null check (kind in ('suspension', 'correction', 'publicNotice', 'expertReview', 'hearing')),
  reason text not null,
  began_at timestamptz not null,
  began_by uuid not null references person (id),
  until date,
  ended_at timestamptz,
  ended_by uuid references person (id)
);
create unique index case_pause_open on case_pause (case_id) where ended_at is null;
create index case_pause_case on case_pause (case_id, began_at);

-- Irreversible, so a second person confirms it.
create table irregular_closure (
  case_id uuid primary key references case_ (id),
  reason text not null,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  check (confirmed_by is distinct from proposed_by)
);

-- Timers and awaited messages; the token is the interpreter's and makes each fire once.
create table case_wait (
  case_id uuid not null references case_ (id),
  token text not null,
  step text not null,
  kind text not null check (kind in ('timer', 'event')),
  event text,
  due_at timestamptz,
  primary key (case_id, token)
);
create index case_wait_due on case_wait (due_at) where kind = 'timer';
create index case_wait_event on case_wait (event, case_id) where kind = 'event';

create table notice (
  id uuid primary key,
  person uuid not null references person (id),
  case_id uuid not null references case_ (id),
  task_id uuid references task (id),
  kind text not null,
  params jsonb not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notice_unread on notice (person, at desc) where read_at is null;
