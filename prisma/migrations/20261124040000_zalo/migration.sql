-- The tokens of an Official Account, sealed: who reads the table cannot speak for the agency.
create table zalo_token (
  app_id     text primary key,
  sealed     bytea,
  updated_at timestamptz
);

-- What Zalo lets us send to a person, as their events and its own answers tell.
create table zalo_reach (
  user_id              text primary key,
  -- Null: nobody has said so yet.
  is_reachable         boolean,
  reachable_changed_at timestamptz,
  last_interaction_at  timestamptz,
  -- A reply that quotes this message is free, while any of these are left.
  last_message_id      text,
  free_replies_left    integer not null default 0 check (free_replies_left >= 0)
);

-- What is left of each quota, as Zalo last said: of the account itself, and of a person's free replies.
create table zalo_quota (
  kind      text primary key,
  remaining integer not null,
  total     integer,
  told_at   timestamptz not null
);

-- Files that Zalo has got, by their content, so that each is sent there once.
create table zalo_upload (
  digest      text not null,
  kind        text not null check (kind in ('image', 'gif', 'file')),
  handle      text not null,
  uploaded_at timestamptz not null,
  primary key (digest, kind)
);
