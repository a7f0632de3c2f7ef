-- Feedback with its answer as a leader published it: words of its own, in which nobody is named.
create table feedback_publication (
  feedback_id bigint primary key references feedback (id),
  question text not null,
  answer text not null,
  published_at timestamptz not null,
  published_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);

create index feedback_publication_newest on feedback_publication (published_at desc, feedback_id desc) where withdrawn_at is null;

-- "Tôi cũng gặp": each visitor counts once. Neither of them tells who it was.
create table feedback_echo (
  feedback_id bigint not null references feedback_publication (feedback_id),
  visitor text not null,
  network text not null,
  happened_at timestamptz not null,
  primary key (feedback_id, visitor)
);

create index feedback_echo_network on feedback_echo (network, happened_at);
