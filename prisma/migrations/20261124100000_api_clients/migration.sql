-- Other systems that hand feedback in over the HTTP interface; of a key only its digest is kept. ---

create table api_client (
  id         integer generated always as identity primary key,
  name       text not null unique check (name ~ '^[a-z0-9-]{2,40}$'),
  -- What the feedback it hands in counts as.
  source     text not null check (source in ('1022', 'open311', 'other')),
  key_digest text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
