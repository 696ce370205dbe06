-- 常用意见: each person's own.
create table opinion_template (
  id uuid primary key,
  person uuid not null references person (id),
  title text not null,
  text text not null,
  made_at timestamptz not null,
  unique (person, title)
);

-- A talk beside the opinions: nothing of it decides anything, so it is no part of the file.
create table case_comment (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  by uuid not null references person (id),
  at timestamptz not null,
  text text not null,
  mentions uuid[] not null default '{}'
);
create index case_comment_case on case_comment (case_id, at);
create trigger case_comment_append_only before update or delete on case_comment for each row execute function refuse_change();

-- 我的视图: filters of a list under a name; `role`: everybody who holds it sees the view too.
create table saved_view (
  id uuid primary key,
  owner uuid not null references person (id),
  page text not null check (page in ('worklist', 'cases', 'supervision')),
  name text not null,
  -- the list's filters as its page writes them into the address
  input jsonb not null,
  role text references role (code),
  changed_at timestamptz not null,
  unique (owner, page, name)
);
create index saved_view_role on saved_view (role, page) where role is not null;

-- The view a list opens with; a shared one can be it too.
create table default_view (
  person uuid not null references person (id),
  page text not null,
  view uuid not null references saved_view (id) on delete cascade,
  primary key (person, page)
);

-- Values of form fields marked searchable, one row a value; kept when they change, not at every step.
create table case_search_field (
  case_id uuid not null references case_ (id),
  name text not null,
  value text not null,
  primary key (case_id, name, value)
);
create index case_search_field_value on case_search_field (name, value text_pattern_ops, case_id);

-- 督办: everything that waits, the most urgent first; the one pass of the supervision page reads this index alone.
create index task_waiting on task (due, id) include (business, step, area_code, organisation, warn_from, opened_at, state)
  where state in ('open', 'claimed', 'suspended');
create index case_closed on case_ (closed_at) where closed_at is not null;
