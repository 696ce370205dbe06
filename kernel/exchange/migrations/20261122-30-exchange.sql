-- Written in the transaction of the business act; delivered after commit, at least once, in order of sequence per key.
create table outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  topic text not null,
  key text not null,
  payload jsonb not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  receipt jsonb,
  last_error text,
  unique (topic, key)
);
create index outbox_waiting on outbox (next_attempt_at, sequence) where state = 'waiting';
create index outbox_topic on outbox (topic, sequence desc);
