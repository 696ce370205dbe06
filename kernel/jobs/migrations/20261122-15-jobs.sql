-- Background work: what people see and what a worker claims are one row, so they cannot disagree.
create table job_run (
  id uuid primary key,
  name text not null,
  subject text not null,
  input jsonb not null,
  person uuid not null references person (id),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  stage text not null default '',
  error jsonb,
  cancel_asked boolean not null default false,
  asked_at timestamptz not null,
  started_at timestamptz,
  -- a running row whose worker has been silent is handed out again
  heartbeat_at timestamptz,
  ended_at timestamptz
);
create index job_run_subject on job_run (subject, asked_at desc);
create index job_run_waiting on job_run (asked_at) where state in ('queued', 'running');
