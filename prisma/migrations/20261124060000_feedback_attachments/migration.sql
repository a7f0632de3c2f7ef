-- What was sent along with a case, kept as sent. --------------------------------------------------

create table feedback_attachment (
  feedback_id   bigint not null references feedback (id),
  attachment_id bigint not null references attachment (id),
  primary key (feedback_id, attachment_id)
);

create index feedback_attachment_attachment on feedback_attachment (attachment_id);
