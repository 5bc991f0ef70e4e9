-- A plan is immutable; answers to its questions make a further version of it.
-- Ids sort by age, so the primary key is also the order of every list.
create table plans (
  id           text    not null,
  version      integer not null,
  created_at   text    not null,
  status       text    not null,
  pack         text    not null,
  pack_version text    not null,
  ref          text,
  title        text    not null,
  json         text    not null,
  primary key (id, version)
);

create index plans_by_ref on plans (ref) where ref is not null;
