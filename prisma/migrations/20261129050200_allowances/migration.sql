-- How much was used of what a person or a network may use within a span. Worth nothing after a crash.
create unlogged table allowance_use (
  key       text not null,
  span_from timestamptz not null,
  used      int not null,
  primary key (key, span_from)
);

-- What a matter says, where, and of which dossier, so that the same from many is known for one campaign.
alter table feedback add column text_digest text;

create index feedback_text_digest on feedback (text_digest, received_at) where text_digest is not null;
