-- A run is its events; what else stands here is written in the transaction that appends them and could be made of them again.
-- Whoever carries a run out has raised its fence: an append under an older fence is none.
create table runs (
  id           text    not null primary key,
  plan_id      text    not null,
  plan_version integer not null,
  plan_hash    text    not null,
  pack         text    not null,
  title        text    not null,
  mode         text    not null,
  status       text    not null,
  started_by   text    not null,
  executors    text    not null,
  seed         bigint  not null,
  workspace    text,
  created_at   text    not null,
  updated_at   text    not null,
  fence        bigint  not null,
  last_seq     bigint  not null,
  last_hash    text    not null,
  foreign key (plan_id, plan_version) references plans (id, version)
);

create index runs_by_plan on runs (plan_id);

-- Append-only. Each event has the hash of the one before, over the very text that stands here.
create table run_events (
  run_id    text   not null references runs (id),
  seq       bigint not null,
  at        text   not null,
  json      text   not null,
  prev_hash text   not null,
  hash      text   not null,
  primary key (run_id, seq)
);

-- What people are waited for.
create table run_asks (
  run_id   text   not null references runs (id),
  ask_id   text   not null,
  seq      bigint not null,
  asked_at text   not null,
  json     text   not null,
  primary key (run_id, ask_id)
);

-- Calls that workers elsewhere fetch. A lease that has run out is as good as none.
create table run_work (
  call_key     text   not null primary key,
  run_id       text   not null references runs (id),
  executor     text   not null,
  agent        text   not null,
  queued_at    bigint not null,
  fence        bigint not null,
  worker       text,
  leased_until bigint not null
);

create index run_work_by_executor on run_work (executor, leased_until);

-- db-scheduler's own. One execution for each run that has not ended; it is due when there is something to do.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             integer,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (picked, execution_time);
create index scheduled_tasks_heartbeats on scheduled_tasks (picked, last_heartbeat);
