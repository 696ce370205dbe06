-- A file sent again is the next version of the first one: `first` holds them together, the tree shows the latest.
alter table case_resource add column first uuid references case_resource (id);
alter table case_resource add column version int not null default 1;
alter table case_resource add column is_latest boolean not null default true;
create index case_resource_versions on case_resource (first, version) where first is not null;
