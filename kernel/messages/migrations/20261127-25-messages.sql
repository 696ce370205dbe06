-- What people are told, one inbox for desk and phone. `title` is a key of the texts, `params` what it is said with.
create table message (
  id uuid primary key,
  person uuid not null references person (id),
  kind text not null check (kind in ('task', 'returned', 'taken', 'deadline', 'news', 'feedback', 'account', 'talk')),
  title text not null,
  params jsonb not null,
  link jsonb not null,
  -- the same is told the same person once, however often it is sent
  once text,
  at timestamptz not null,
  read_at timestamptz,
  deleted_at timestamptz
);
create unique index message_once on message (person, once) where once is not null;
create index message_inbox on message (person, id desc) where deleted_at is null;
create index message_unread on message (person, kind) where read_at is null and deleted_at is null;

-- 短信、政务钉钉: addresses of gateways that are told too. None at the beginning; off until somebody switches it on.
create table message_hook (
  id uuid primary key,
  name text not null,
  url text not null,
  -- keys the HMAC-SM3 over what is sent
  secret text not null,
  kinds text[] not null,
  enabled boolean not null default false
);
create table message_push (
  message uuid not null references message (id),
  hook uuid not null references message_hook (id),
  attempts integer not null default 0,
  next_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  primary key (message, hook)
);
create index message_push_due on message_push (next_at) where done_at is null;
