-- 快照补充: what became of a case after its snapshot was sealed: its document handed over, revoked. Each is chained by SM3 to the one
-- before it, the first to the snapshot's own digest; the audit chain holds the digest, too.
create table snapshot_addendum (
  snapshot uuid not null references snapshot (id),
  nth int not null check (nth >= 1),
  -- issued, revoked
  kind text not null,
  title text not null,
  number text not null,
  reason text,
  -- of the file in the store, where it is one
  file text,
  size bigint,
  media_type text,
  added_at timestamptz not null,
  added_by uuid not null references person (id),
  -- SM3 of the canonical statement (addenda.ts), which names the digest before it
  digest text not null,
  primary key (snapshot, nth),
  check ((file is null) = (size is null) and (file is null) = (media_type is null))
);
create trigger snapshot_addendum_never_changes before update or delete on snapshot_addendum for each row execute function refuse_change();
