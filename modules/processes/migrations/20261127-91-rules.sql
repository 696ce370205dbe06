-- 业务规则 asked as a service: what was asked of which version, by whom, and what it answered. A refused row says why.
create table decision_call (
  id uuid primary key,
  key text not null,
  version int not null,
  at timestamptz not null,
  by uuid not null references person (id),
  -- what the caller asks it for: a case's number, a batch, another system's own number
  subject text,
  facts jsonb not null,
  answer jsonb not null,
  -- ids of the rules that answered
  rules text[] not null,
  is_decided boolean not null,
  foreign key (key, version) references decision_definition (key, version)
);
create index decision_call_key on decision_call (key, at desc, id desc);
create trigger decision_call_append_only before update or delete on decision_call for each row execute function refuse_change();
