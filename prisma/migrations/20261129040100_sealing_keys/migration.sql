-- Keys by which something is sealed, by what tells them apart; the keys themselves are in the environment alone. ----------
create table sealing_key (
  id text primary key,
  since timestamptz not null,
  -- Nothing is sealed with it any more.
  retired_at timestamptz
);
