-- 救援包 that are imported in the background. photos_done, acts_done: how far the run is, so that one that was killed goes on behind its
-- last step. photos: originals taken in; statuses: answers to acts, by kind.
create table field_rescue (
  id uuid primary key,
  file_digest text not null,
  file_name text not null,
  person uuid not null references person (id),
  job uuid not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  photos_done int not null default 0,
  acts_done int not null default 0,
  photos int not null default 0,
  statuses jsonb not null default '{}'
);
create index field_rescue_person on field_rescue (person, asked_at desc);

-- What of an archive did not simply come in. place: where in it, once; what: photo, act or row, with what names it; problem: why.
create table field_rescue_finding (
  rescue uuid not null references field_rescue (id),
  place text not null,
  what jsonb not null,
  problem jsonb not null,
  is_lost boolean not null,
  primary key (rescue, place)
);
