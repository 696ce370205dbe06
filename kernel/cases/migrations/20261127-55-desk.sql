-- clock_from: the instant the limit counts from (受理, or the filing where the process names no step for it); null: not begun.
-- clock_by: the interpreter's name of the task whose way out began it, so that taking that back takes this back.
alter table case_
  add column clock_from timestamptz,
  add column clock_by text;
update case_ set clock_from = opened_at;

-- 延期: working days more, asked for by whoever holds a task, granted or refused by somebody else.
create table limit_extension (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  task_id uuid not null references task (id),
  days int not null check (days > 0),
  reason text not null,
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  granted boolean,
  answer text,
  check (decided_by is distinct from asked_by),
  check ((decided_at is null) = (granted is null))
);
create index limit_extension_case on limit_extension (case_id, asked_at);
create unique index limit_extension_open on limit_extension (case_id) where decided_at is null;
