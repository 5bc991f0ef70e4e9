-- Who may call. Of a key's secret there is only the hash; a name is one caller's as long as the key is in use.
create table api_keys (
  id         text not null primary key,
  name       text not null,
  roles      text not null,
  hash       text not null,
  created_at text not null,
  revoked_at text
);

create unique index api_keys_in_use on api_keys (name) where revoked_at is null;
