-- Jobs the running program has for service steps; written anew at every start, so that a design can name any of them.
create table service_job (
  name text primary key
);
