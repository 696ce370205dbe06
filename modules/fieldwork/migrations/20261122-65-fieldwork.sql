-- A phone that sends work. Its operations form one chain: sequence without gaps, each naming the hash of the one before.
create table field_device (
  id text primary key,
  last_sequence bigint not null default 0,
  last_hash text not null default '',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);

-- Every operation that ever arrived, with the answer it got: a retry gets the same one. Rows are never deleted.
create table field_operation (
  id uuid primary key,
  device text not null references field_device (id),
  sequence bigint not null,
  kind text not null,
  task_id uuid not null,
  base_revision integer,
  payload jsonb not null,
  previous_hash text not null,
  hash text not null,
  person uuid not null references person (id),
  received_at timestamptz not null,
  status text not null check (status in ('applied', 'duplicate', 'held', 'conflict', 'quarantined')),
  -- held only until something that is on its way has arrived: an earlier operation, the bytes of a photo
  waits_for text check (waits_for in ('earlier', 'photo')),
  answer jsonb not null
);
create index field_operation_device on field_operation (device, sequence);
create index field_operation_task on field_operation (task_id, received_at);
create index field_operation_held on field_operation (status, received_at) where status in ('held', 'conflict', 'quarantined');
create index field_operation_waits on field_operation (device, sequence) where waits_for is not null;

-- What arrived damaged or under an identifier that another operation has: kept as it came.
create table field_quarantine (
  digest text primary key,
  device text not null,
  person uuid not null references person (id),
  received_at timestamptz not null,
  code text not null,
  operation jsonb not null
);

-- Work in the field, by case: a case that is returned finds it again under its next task.
create table field_patch (
  case_id uuid not null references case_ (id),
  id uuid not null,
  revision integer not null,
  geom geometry(MultiPolygon, 4524) not null,
  class text,
  attributes jsonb not null,
  note text,
  removed boolean not null,
  saved_by uuid not null references person (id),
  saved_at timestamptz not null,
  operation uuid not null,
  primary key (case_id, id)
);

create table field_form (
  case_id uuid primary key references case_ (id),
  revision integer not null,
  values jsonb not null,
  saved_by uuid not null references person (id),
  saved_at timestamptz not null
);

create table field_photo (
  id uuid primary key,
  case_id uuid not null references case_ (id),
  patch uuid,
  digest text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  taken_at timestamptz,
  position geometry(Point, 4524),
  -- metres; degrees from north clockwise; degrees above the horizon; degrees
  accuracy double precision,
  azimuth double precision,
  pitch double precision,
  roll double precision,
  device text not null,
  person uuid not null references person (id),
  received_at timestamptz not null,
  -- metres from the range, and degrees the camera looked past it
  distance double precision,
  degrees_off double precision,
  resource uuid not null,
  unique (case_id, digest)
);
