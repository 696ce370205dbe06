-- on_behalf_of: the absent person for whom a stand-in (代) holds the task or has done it.
-- delegated_by: whose task it is while somebody else prepares it (委办); it goes back to them.
-- alarm_on: the day of the next alarm (yellow, red, escalation); infinity when none is left.
alter table task
  add column on_behalf_of uuid references person (id),
  add column delegated_by uuid references person (id),
  add column alarm_on date not null default 'infinity';
create index task_alarm on task (alarm_on) where alarm_on < 'infinity' and state in ('open', 'claimed');
create index task_on_behalf_of on task (case_id, on_behalf_of) where on_behalf_of is not null;
create index task_delegated_by on task (delegated_by) where delegated_by is not null;
update task set alarm_on = warn_from where state in ('open', 'claimed');

alter table case_ add column alarm_on date not null default 'infinity';
create index case_alarm on case_ (alarm_on) where alarm_on < 'infinity' and state = 'running';
update case_ set alarm_on = warn_from where state = 'running';

-- 传阅/抄送: blocks nothing; says who has read it, and what they answered.
create table circulation (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  task_id uuid references task (id),
  person uuid not null references person (id),
  by uuid not null references person (id),
  at timestamptz not null,
  text text not null,
  read_at timestamptz,
  answer text,
  answered_at timestamptz
);
create index circulation_person on circulation (person, at desc, id);
create index circulation_case on circulation (case_id, at);

-- 督办: until when an answer is expected; told_at: when the supervisor heard that none had come.
create table supervision (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  by uuid not null references person (id),
  at timestamptz not null,
  text text not null,
  until date not null,
  answer text,
  answered_by uuid references person (id),
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references person (id),
  told_at timestamptz
);
create index supervision_case on supervision (case_id, at);
create index supervision_by on supervision (by, at desc, id);
create index supervision_open on supervision (until) where ended_at is null and answered_at is null and told_at is null;

-- 补正: once for a case (行政许可法 32), so the case is the key. pause: the clock that stands still for it.
create table case_correction (
  case_id uuid primary key references case_ (id),
  pause uuid not null references case_pause (id),
  -- what is to be handed in or put right, one text each
  items jsonb not null,
  reason text not null,
  -- the applicant's last day
  until date not null,
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  received_by uuid references person (id),
  received_at timestamptz,
  received_note text
);

-- told_at: when the one who paused the case heard that the day it should have ended on has passed.
alter table case_pause add column told_at timestamptz;
create index case_pause_until on case_pause (until) where ended_at is null and told_at is null;

-- A parent case waits for its child; a notice may be about no case at all.
alter table case_wait drop constraint case_wait_kind_check;
alter table case_wait
  add column child uuid references case_ (id),
  add constraint case_wait_kind_check check (kind in ('timer', 'event', 'case'));
create index case_wait_child on case_wait (child) where kind = 'case';
alter table notice alter column case_id drop not null;

-- Holidays and moved working days (调休) of a year as published; a year not in here is as the program knows it.
create table calendar_year (
  year int primary key check (year between 1949 and 2999),
  source text not null,
  -- holidays, first and last day of each: [["2026-10-01","2026-10-07"]]
  off jsonb not null,
  -- weekend days on which work is done: ["2026-10-10"]
  work jsonb not null,
  published_at timestamptz not null,
  published_by uuid references person (id)
);

-- 补推: what other systems asked to be filed, once by its number there; kept with the reason where it could not be.
create table upstream_filing (
  id uuid primary key,
  source text not null,
  -- the number it has there: of a contract, of a decision
  key text not null,
  process text not null,
  request jsonb not null,
  received_at timestamptz not null,
  attempts int not null,
  tried_at timestamptz not null,
  case_id uuid references case_ (id),
  problem jsonb,
  unique (source, key)
);
create index upstream_filing_failed on upstream_filing (received_at desc) where case_id is null;
