-- 许可结果: the document that was handed over for a granted application, as it was made; revoking it leaves it where it is.
create table approval_result (
  id uuid primary key,
  case_id uuid not null unique references case_ (id),
  item text not null,
  item_version int not null,
  -- 文号 or certificate number
  number text not null,
  title text not null,
  holder text not null,
  area_code text not null,
  business text not null,
  decided_on date,
  valid_until date,
  -- of the document in the file store, and how large it is
  digest text not null,
  -- 核验码 printed on it
  code text not null unique,
  issued_at timestamptz not null,
  issued_by uuid not null references person (id),
  revoked_at timestamptz,
  revoked_by uuid references person (id),
  reason text,
  check ((revoked_at is null) = (revoked_by is null)),
  foreign key (item, item_version) references approval_item (code, version)
);
create index approval_result_issued on approval_result (issued_at desc, id desc);
create index approval_result_expiry on approval_result (valid_until) where revoked_at is null and valid_until is not null;
