create table organisation (
  id uuid primary key,
  code text not null unique,
  name text not null,
  parent uuid references organisation (id)
);

-- Administrative areas; the code of a lower one begins with the code of the higher one (GB/T 2260).
create table area (
  code text primary key,
  name text not null,
  level text not null check (level in ('county', 'town', 'village')),
  parent text references area (code)
);

create table person (
  id uuid primary key,
  login text not null unique,
  name text not null,
  organisation uuid not null references organisation (id),
  password_hash text,
  ended_at timestamptz
);

create table role (
  code text primary key,
  title_zh text not null,
  title_en text not null,
  verbs text[] not null
);

-- role × organisation × area × business; the verbs come with the role.
create table right_grant (
  id uuid primary key,
  person uuid not null references person (id),
  role text not null references role (code),
  organisation uuid references organisation (id),
  area text not null default '',
  business text not null default '*',
  ended_at timestamptz
);
create index right_grant_person on right_grant (person) where ended_at is null;

create table session (
  id uuid primary key,
  token_digest text not null unique,
  person uuid not null references person (id),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text,
  agent text
);

-- One-time sign-in: the first start prints one instead of shipping a default password.
create table sign_in_link (
  token_digest text primary key,
  person uuid not null references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in_failure (
  login text not null,
  at timestamptz not null
);
create index sign_in_failure_login on sign_in_failure (login, at);

create table audit (
  sequence bigint primary key,
  at timestamptz not null,
  person uuid,
  verb text not null,
  subject text not null,
  record jsonb not null,
  previous_hash text not null,
  hash text not null,
  mac text not null
);
create index audit_subject on audit (subject, sequence desc);
create index audit_person on audit (person, sequence desc);

-- The end of the chain: locked while a row is added, so that rows stand in one order.
create table audit_head (
  one boolean primary key default true check (one),
  sequence bigint not null,
  hash text not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name using errcode = '42501';
end $$;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
