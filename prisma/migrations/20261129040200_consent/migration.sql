-- Who agreed to which words, when and where: proof of consent (Law 91/2025/QH15). -------------------------------------------

create table consent_text (
  -- SHA-256 of the words.
  digest text primary key,
  version text not null,
  language text not null,
  words text not null
);

create table consent (
  id bigint generated always as identity primary key,
  feedback_id bigint not null unique references feedback (id),
  -- Null once the person was erased: that somebody agreed stays.
  conversation_id bigint references conversation (id),
  digest text not null references consent_text (digest),
  channel text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_conversation on consent (conversation_id);
