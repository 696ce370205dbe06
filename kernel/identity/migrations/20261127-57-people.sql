-- What is known of a person beside the name, and what their account is bound to.
alter table person add column nickname text;
alter table person add column phone text;
alter table person add column department text;
-- 职称
alter table person add column title text;
-- 作业证号
alter table person add column certificate text;
alter table person add column kind text not null default 'office' check (kind in ('office', 'field'));
-- Addresses and networks (CIDR) they may come from; none: from anywhere.
alter table person add column networks text[] not null default '{}';
alter table person add column approved_devices_only boolean not null default false;
alter table person add column deleted_at timestamptz;
alter table organisation add column ended_at timestamptz;

-- A phone somebody has signed in from, or tried to. Approved ones matter to whoever is bound to approved devices.
create table person_device (
  person uuid not null references person (id),
  device text not null,
  name text not null,
  address text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid references person (id),
  primary key (person, device)
);
alter table session add column device text;

-- A role made on the page: its functions, and the data they reach; an empty list does not limit. Those of the program have no made_at.
alter table role add column areas text[] not null default '{}';
alter table role add column businesses text[] not null default '{}';
alter table role add column layers text[] not null default '{}';
alter table role add column made_at timestamptz;
alter table role add column made_by uuid references person (id);
alter table role add column ended_at timestamptz;

-- 机构授权: whoever belongs to the organisation, or to one below it, holds the role. right_grant follows it, person by person.
create table organisation_grant (
  id uuid primary key,
  organisation uuid not null references organisation (id),
  role text not null references role (code),
  area text not null default '',
  business text not null default '*',
  granted_at timestamptz not null,
  granted_by uuid not null references person (id),
  ended_at timestamptz
);
create index organisation_grant_open on organisation_grant (organisation) where ended_at is null;
alter table right_grant add column organisation_grant uuid references organisation_grant (id);
create unique index right_grant_of_organisation on right_grant (organisation_grant, person)
  where organisation_grant is not null and ended_at is null;

-- Somebody asks for an account from the phone; the organisation's administrator decides.
create table registration (
  id uuid primary key,
  token_digest text not null unique,
  login text not null,
  name text not null,
  phone text not null,
  organisation uuid not null references organisation (id),
  reason text not null,
  password_hash text not null,
  address text,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused')),
  decided_at timestamptz,
  decided_by uuid references person (id),
  decided_why text,
  person uuid references person (id)
);
create unique index registration_login on registration (login) where state = 'waiting';
create index registration_address on registration (address, asked_at);
