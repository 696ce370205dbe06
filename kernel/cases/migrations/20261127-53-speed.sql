-- A timer whose case cannot go on must not be first in the queue for ever: it is tried again later.
alter table case_wait add column attempts int not null default 0;
alter table case_wait add column retry_at timestamptz;
drop index case_wait_due;
create index case_wait_due on case_wait (greatest(retry_at, due_at)) where kind = 'timer';
