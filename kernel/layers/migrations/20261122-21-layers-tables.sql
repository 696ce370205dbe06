-- One table a layer, as its definition says (kernel/layers/definitions).

create table layer_dltb (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  tbybh varchar(18),
  tbbh varchar(8),
  dlbm varchar(5),
  dlmc varchar(60),
  qsxz varchar(2),
  qsdwdm varchar(19),
  qsdwmc varchar(60),
  zldwdm varchar(19),
  zldwmc varchar(60),
  tbmj numeric(15,2),
  kcdlbm varchar(5),
  kcxs numeric(6,4),
  kcmj numeric(15,2),
  tbdlmj numeric(15,2),
  gdlx varchar(2),
  gdpdjb varchar(2),
  xzdwkd numeric(5,1),
  tbxhdm varchar(6),
  tbxhmc varchar(20),
  zzsxdm varchar(6),
  zzsxmc varchar(20),
  gddb integer,
  frdbs varchar(1),
  czcsxm varchar(4),
  sjnf integer,
  mssm varchar(2),
  hdmc varchar(100),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_dltb_current on layer_dltb (id) where valid_to is null;
create index layer_dltb_current_geom on layer_dltb using gist (geom) where valid_to is null;
create index layer_dltb_ended_geom on layer_dltb using gist (geom) where valid_to is not null;
create index layer_dltb_made_by on layer_dltb (made_by);
create index layer_dltb_ended_by on layer_dltb (ended_by) where ended_by is not null;
create index layer_dltb_identity on layer_dltb (bsm) where valid_to is null;
insert into layer_revision (layer) values ('DLTB');

create table layer_xzq (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  xzqdm varchar(12),
  xzqmc varchar(100),
  dcmj numeric(15,2),
  jsmj numeric(15,2),
  mssm varchar(2),
  hdmc varchar(100),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_xzq_current on layer_xzq (id) where valid_to is null;
create index layer_xzq_current_geom on layer_xzq using gist (geom) where valid_to is null;
create index layer_xzq_ended_geom on layer_xzq using gist (geom) where valid_to is not null;
create index layer_xzq_made_by on layer_xzq (made_by);
create index layer_xzq_ended_by on layer_xzq (ended_by) where ended_by is not null;
create index layer_xzq_identity on layer_xzq (bsm) where valid_to is null;
insert into layer_revision (layer) values ('XZQ');

create table layer_cjdcq (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  zldwdm varchar(19),
  zldwmc varchar(60),
  dcmj numeric(15,2),
  jsmj numeric(15,2),
  mssm varchar(2),
  hdmc varchar(100),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_cjdcq_current on layer_cjdcq (id) where valid_to is null;
create index layer_cjdcq_current_geom on layer_cjdcq using gist (geom) where valid_to is null;
create index layer_cjdcq_ended_geom on layer_cjdcq using gist (geom) where valid_to is not null;
create index layer_cjdcq_made_by on layer_cjdcq (made_by);
create index layer_cjdcq_ended_by on layer_cjdcq (ended_by) where ended_by is not null;
create index layer_cjdcq_identity on layer_cjdcq (bsm) where valid_to is null;
insert into layer_revision (layer) values ('CJDCQ');

create table layer_yjjbnt (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  xzqdm varchar(12),
  xzqmc varchar(100),
  yjjbnttbbh varchar(18),
  tbbh varchar(8),
  dlbm varchar(5),
  dlmc varchar(60),
  qsxz varchar(2),
  qsdwdm varchar(19),
  qsdwmc varchar(60),
  zldwdm varchar(19),
  zldwmc varchar(60),
  kcdlbm varchar(5),
  kcxs numeric(6,4),
  kcmj numeric(15,2),
  gdlx varchar(2),
  gdpdjb varchar(2),
  yjjbnttbmj numeric(15,2),
  yjjbntmj numeric(15,2),
  tbxhdm varchar(6),
  gdzzsxdm varchar(6),
  sjnf integer,
  bhkssj varchar(8),
  bhjssj varchar(8),
  wdgd varchar(1),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_yjjbnt_current on layer_yjjbnt (id) where valid_to is null;
create index layer_yjjbnt_current_geom on layer_yjjbnt using gist (geom) where valid_to is null;
create index layer_yjjbnt_ended_geom on layer_yjjbnt using gist (geom) where valid_to is not null;
create index layer_yjjbnt_made_by on layer_yjjbnt (made_by);
create index layer_yjjbnt_ended_by on layer_yjjbnt (ended_by) where ended_by is not null;
create index layer_yjjbnt_identity on layer_yjjbnt (bsm) where valid_to is null;
insert into layer_revision (layer) values ('YJJBNT');

create table layer_stbhhx (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  xjxzqdm varchar(12),
  xjxzqmc varchar(100),
  sjxzqmc varchar(100),
  sjxzqmc1 varchar(100),
  lhlx varchar(10),
  mj numeric(18,2),
  lxdm varchar(10),
  mc varchar(100),
  qymj numeric(15,4),
  slsj varchar(8),
  gkcs text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_stbhhx_current on layer_stbhhx (id) where valid_to is null;
create index layer_stbhhx_current_geom on layer_stbhhx using gist (geom) where valid_to is null;
create index layer_stbhhx_ended_geom on layer_stbhhx using gist (geom) where valid_to is not null;
create index layer_stbhhx_made_by on layer_stbhhx (made_by);
create index layer_stbhhx_ended_by on layer_stbhhx (ended_by) where ended_by is not null;
create index layer_stbhhx_identity on layer_stbhhx (bsm) where valid_to is null;
insert into layer_revision (layer) values ('STBHHX');

create table layer_czkfbj (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  ysdm varchar(10),
  xzqdm varchar(12),
  xzqmc varchar(100),
  ghfqdm varchar(3),
  ghfqmc varchar(50),
  mj numeric(18,2),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_czkfbj_current on layer_czkfbj (id) where valid_to is null;
create index layer_czkfbj_current_geom on layer_czkfbj using gist (geom) where valid_to is null;
create index layer_czkfbj_ended_geom on layer_czkfbj using gist (geom) where valid_to is not null;
create index layer_czkfbj_made_by on layer_czkfbj (made_by);
create index layer_czkfbj_ended_by on layer_czkfbj (ended_by) where ended_by is not null;
create index layer_czkfbj_identity on layer_czkfbj (bsm) where valid_to is null;
insert into layer_revision (layer) values ('CZKFBJ');

create table layer_nzypw (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  pcmc varchar(120),
  dkbh varchar(20),
  nydmj numeric(15,2),
  gdmj numeric(15,2),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_nzypw_current on layer_nzypw (id) where valid_to is null;
create index layer_nzypw_current_geom on layer_nzypw using gist (geom) where valid_to is null;
create index layer_nzypw_ended_geom on layer_nzypw using gist (geom) where valid_to is not null;
create index layer_nzypw_made_by on layer_nzypw (made_by);
create index layer_nzypw_ended_by on layer_nzypw (ended_by) where ended_by is not null;
create index layer_nzypw_identity on layer_nzypw (bsm) where valid_to is null;
insert into layer_revision (layer) values ('NZYPW');

create table layer_zdpw (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  bzdw varchar(100),
  dkbh varchar(20),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_zdpw_current on layer_zdpw (id) where valid_to is null;
create index layer_zdpw_current_geom on layer_zdpw using gist (geom) where valid_to is null;
create index layer_zdpw_ended_geom on layer_zdpw using gist (geom) where valid_to is not null;
create index layer_zdpw_made_by on layer_zdpw (made_by);
create index layer_zdpw_ended_by on layer_zdpw (ended_by) where ended_by is not null;
create index layer_zdpw_identity on layer_zdpw (bsm) where valid_to is null;
insert into layer_revision (layer) values ('ZDPW');

create table layer_gdxm (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  gyfs varchar(2),
  dzjgh varchar(30),
  nzywh varchar(60),
  synx integer,
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_gdxm_current on layer_gdxm (id) where valid_to is null;
create index layer_gdxm_current_geom on layer_gdxm using gist (geom) where valid_to is null;
create index layer_gdxm_ended_geom on layer_gdxm using gist (geom) where valid_to is not null;
create index layer_gdxm_made_by on layer_gdxm (made_by);
create index layer_gdxm_ended_by on layer_gdxm (ended_by) where ended_by is not null;
create index layer_gdxm_identity on layer_gdxm (bsm) where valid_to is null;
insert into layer_revision (layer) values ('GDXM');

create table layer_ssnydba (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  sslx varchar(2),
  badw varchar(60),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_ssnydba_current on layer_ssnydba (id) where valid_to is null;
create index layer_ssnydba_current_geom on layer_ssnydba using gist (geom) where valid_to is null;
create index layer_ssnydba_ended_geom on layer_ssnydba using gist (geom) where valid_to is not null;
create index layer_ssnydba_made_by on layer_ssnydba (made_by);
create index layer_ssnydba_ended_by on layer_ssnydba (ended_by) where ended_by is not null;
create index layer_ssnydba_identity on layer_ssnydba (bsm) where valid_to is null;
insert into layer_revision (layer) values ('SSNYDBA');

create table layer_lsyd (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  fkqx date,
  fkyq varchar(200),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_lsyd_current on layer_lsyd (id) where valid_to is null;
create index layer_lsyd_current_geom on layer_lsyd using gist (geom) where valid_to is null;
create index layer_lsyd_ended_geom on layer_lsyd using gist (geom) where valid_to is not null;
create index layer_lsyd_made_by on layer_lsyd (made_by);
create index layer_lsyd_ended_by on layer_lsyd (ended_by) where ended_by is not null;
create index layer_lsyd_identity on layer_lsyd (bsm) where valid_to is null;
insert into layer_revision (layer) values ('LSYD');

create table layer_zfaj (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  wflx varchar(40),
  ajzt varchar(2),
  cfjds varchar(60),
  jarq date,
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_zfaj_current on layer_zfaj (id) where valid_to is null;
create index layer_zfaj_current_geom on layer_zfaj using gist (geom) where valid_to is null;
create index layer_zfaj_ended_geom on layer_zfaj using gist (geom) where valid_to is not null;
create index layer_zfaj_made_by on layer_zfaj (made_by);
create index layer_zfaj_ended_by on layer_zfaj (ended_by) where ended_by is not null;
create index layer_zfaj_identity on layer_zfaj (bsm) where valid_to is null;
insert into layer_revision (layer) values ('ZFAJ');

create table layer_glfw (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm varchar(18),
  xzqdm varchar(12),
  xzqmc varchar(100),
  pzwh varchar(60),
  xmmc varchar(120),
  sydw varchar(100),
  pzjg varchar(60),
  pzrq date,
  yxqz date,
  pzyt varchar(60),
  pzmj numeric(15,2),
  zt varchar(2),
  gllx varchar(2),
  lytc varchar(20),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_glfw_current on layer_glfw (id) where valid_to is null;
create index layer_glfw_current_geom on layer_glfw using gist (geom) where valid_to is null;
create index layer_glfw_ended_geom on layer_glfw using gist (geom) where valid_to is not null;
create index layer_glfw_made_by on layer_glfw (made_by);
create index layer_glfw_ended_by on layer_glfw (ended_by) where ended_by is not null;
create index layer_glfw_identity on layer_glfw (bsm) where valid_to is null;
insert into layer_revision (layer) values ('GLFW');

create table layer_zd (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm integer,
  ysdm varchar(10),
  zddm varchar(19),
  bdcdyh varchar(28),
  zdtzm varchar(2),
  zl varchar(200),
  zdmj numeric(15,2),
  mjdw varchar(2),
  yt varchar(6),
  ytmc varchar(100),
  dj varchar(2),
  jg numeric(15,4),
  qllx varchar(2),
  qlxz varchar(4),
  qlsdfs varchar(2),
  rjl numeric(4,2),
  jzmd numeric(5,2),
  jzxg numeric(5,2),
  zdszd varchar(200),
  zdszn varchar(200),
  zdszx varchar(200),
  zdszb varchar(200),
  tfh varchar(100),
  djh varchar(20),
  dah varchar(128),
  ybzddm varchar(50),
  pzyt varchar(200),
  sjyt varchar(400),
  pzmj numeric(15,4),
  syqqssj date,
  syqjssj date,
  gdhth varchar(50),
  qsdcjs varchar(2000),
  dcr varchar(50),
  dcrq date,
  djcljs varchar(2000),
  cly varchar(50),
  clrq date,
  shyj text,
  shr varchar(20),
  shrq date,
  zt varchar(2),
  bgjzxx varchar(128),
  bgtsxx varchar(128),
  bz varchar(1024),
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_zd_current on layer_zd (id) where valid_to is null;
create index layer_zd_current_geom on layer_zd using gist (geom) where valid_to is null;
create index layer_zd_ended_geom on layer_zd using gist (geom) where valid_to is not null;
create index layer_zd_made_by on layer_zd (made_by);
create index layer_zd_ended_by on layer_zd (ended_by) where ended_by is not null;
create index layer_zd_identity on layer_zd (bsm) where valid_to is null;
insert into layer_revision (layer) values ('ZD');

create table layer_zrz (
  id bigint not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  made_by uuid not null references change_set,
  ended_by uuid references change_set,
  bsm integer,
  ysdm varchar(10),
  bdcdyh varchar(28),
  zddm varchar(19),
  zrzh varchar(24),
  xmmc varchar(100),
  jzwmc varchar(100),
  jgrq date,
  jzwgd numeric(15,2),
  zzdmj numeric(15,2),
  zydmj numeric(15,2),
  ycjzmj numeric(15,3),
  scjzmj numeric(15,3),
  zcs integer,
  dscs integer,
  dxcs integer,
  dxsd numeric(15,2),
  ghyt varchar(3),
  fwjg varchar(2),
  zts integer,
  jzwjbyt text,
  lddm text,
  ldzl text,
  ghxkzh varchar(30),
  ysxkzh varchar(30),
  yshzzh varchar(50),
  fttdmj numeric(15,3),
  dymj numeric(15,3),
  jzwzt varchar(2),
  dah varchar(128),
  zt varchar(2),
  bz text,
  geom geometry(MultiPolygon, 4524) not null,
  primary key (id, version),
  check (valid_to >= valid_from)
);
create unique index layer_zrz_current on layer_zrz (id) where valid_to is null;
create index layer_zrz_current_geom on layer_zrz using gist (geom) where valid_to is null;
create index layer_zrz_ended_geom on layer_zrz using gist (geom) where valid_to is not null;
create index layer_zrz_made_by on layer_zrz (made_by);
create index layer_zrz_ended_by on layer_zrz (ended_by) where ended_by is not null;
create index layer_zrz_identity on layer_zrz (bsm) where valid_to is null;
insert into layer_revision (layer) values ('ZRZ');
