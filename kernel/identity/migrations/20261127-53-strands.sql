-- One end of the chain made everybody who acts wait for everybody else's commit. From here on the audit has 32 strands, each a
-- chain with an end of its own; a row also names the end of another strand, so that none can be cut back alone.
-- What was written before is the beginning of strand 0. Strand s counts s·10¹² + 1, 2, 3 …
alter table audit_head drop constraint audit_head_pkey;
alter table audit_head drop column one;
alter table audit_head add column strand int;
update audit_head set strand = 0;
insert into audit_head (strand, sequence, hash) select s, s * 1000000000000, repeat('0', 64) from generate_series(1, 31) s;
alter table audit_head add primary key (strand);
-- Its 32 rows change with every act: room for their versions beside them.
alter table audit_head set (fillfactor = 20);

create index audit_at on audit (at desc, sequence desc);
