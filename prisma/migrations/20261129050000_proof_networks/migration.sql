-- Where a guess came from, and whether it was one: who was right is not stopped by what others guess beside them.
alter table proof_attempt add column network text, add column was_right boolean not null default false;

create index proof_attempt_network on proof_attempt (network, tried_at) where network is not null;
