-- A pack's version is the hash of its files. Each that was served is kept, so that a plan can be made again and a pack rolled back.
create table policy_versions (
  pack       text    not null,
  version    text    not null,
  number     integer not null,
  first_seen text    not null,
  primary key (pack, version),
  unique (pack, number)
);

-- Each content once, by its hash. SQLite takes any name of a type, so this one is PostgreSQL's.
create table policy_contents (
  hash    text  not null primary key,
  content bytea not null
);

create table policy_version_files (
  pack    text not null,
  version text not null,
  path    text not null,
  hash    text not null references policy_contents (hash),
  primary key (pack, version, path),
  foreign key (pack, version) references policy_versions (pack, version)
);

-- What is served instead of the files, as long as these are at over_version.
create table policy_rollbacks (
  pack         text not null primary key,
  over_version text not null,
  version      text not null,
  since        text not null,
  foreign key (pack, version) references policy_versions (pack, version)
);
