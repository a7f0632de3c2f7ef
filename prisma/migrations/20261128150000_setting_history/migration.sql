-- What was changed of the settings: who, when, from what to what.
create table setting_change (
  id bigint generated always as identity primary key,
  area text not null,
  subject text not null,
  happened_at timestamptz not null,
  actor text not null,
  before jsonb,
  after jsonb
);

create index setting_change_of on setting_change (area, subject, id);

-- A unit that has nothing open any more takes nothing new; what it did stays its own.
alter table unit add column closed_on date;
