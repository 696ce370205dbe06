-- A phone signs what it sends with a key it cannot give away; the first key of a device stands.
alter table field_device add column person uuid references person (id);
alter table field_device add column name text;
alter table field_device add column public_key jsonb;
alter table field_device add column registered_at timestamptz;
alter table field_device add column revoked_at timestamptz;
alter table field_device add column revoked_by uuid references person (id);
alter table field_device add column revoked_why text;
create index field_device_person on field_device (person);

-- kind: 远景, 近景 …; code: what EXIF carries; signed: whether the device's key agrees; doubts: signs of a position not measured.
alter table field_photo add column kind text;
alter table field_photo add column code text;
alter table field_photo add column signed text not null default 'none' check (signed in ('verified', 'failed', 'none'));
alter table field_photo add column doubts text[] not null default '{}';
alter table field_photo add column altitude double precision;
alter table field_photo add column live boolean;
create index field_photo_device on field_photo (device, taken_at desc);
