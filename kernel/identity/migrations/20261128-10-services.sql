-- 服务: what pages and programs ask for by address: tiles, queries, the exchange of phones. Its functions follow the program; whether it
-- runs, who manages it and who may not use it is the bureau's.
create table service (
  code text primary key,
  title_zh text not null,
  title_en text not null,
  verbs text[] not null,
  stopped_at timestamptz,
  stopped_by uuid references person (id),
  stopped_why text,
  check ((stopped_at is null) = (stopped_why is null))
);
-- 服务访问设置: what this account may not use, whatever its roles say.
alter table person add column refused_services text[] not null default '{}';
-- 服务管理权限: what this account may stop and start again.
alter table person add column managed_services text[] not null default '{}';

drop trigger access_of_person on person;
create constraint trigger access_of_person after update of login, name, networks, organisation, ended_at, refused_services,
  managed_services or delete on person deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_service after insert or update or delete on service
  deferrable initially deferred for each row execute function renew_access_stamp();
