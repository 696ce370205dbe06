-- 地籍区 and 地籍子区 (SH071), as their definitions say.

create table layer_djq (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm integer,
  ysdm varchar(10),
  djqdm varchar(9),
  djqmc varchar(50),
  bz varchar(100),
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_djq_current on layer_djq (id) where valid_to is null;
create index layer_djq_current_geom on layer_djq using gist (geom) where valid_to is null;
create index layer_djq_ended_geom on layer_djq using gist (geom) where valid_to is not null;
create index layer_djq_made_by on layer_djq (made_by);
create index layer_djq_ended_by on layer_djq (ended_by) where ended_by is not null;
create index layer_djq_identity on layer_djq (bsm) where valid_to is null;
insert into layer_revision (layer) values ('DJQ');
select watch_layer('DJQ');

create table layer_djzq (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm integer,
  ysdm varchar(10),
  djzqdm varchar(12),
  djzqmc varchar(50),
  bz varchar(100),
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_djzq_current on layer_djzq (id) where valid_to is null;
create index layer_djzq_current_geom on layer_djzq using gist (geom) where valid_to is null;
create index layer_djzq_ended_geom on layer_djzq using gist (geom) where valid_to is not null;
create index layer_djzq_made_by on layer_djzq (made_by);
create index layer_djzq_ended_by on layer_djzq (ended_by) where ended_by is not null;
create index layer_djzq_identity on layer_djzq (bsm) where valid_to is null;
insert into layer_revision (layer) values ('DJZQ');
select watch_layer('DJZQ');
