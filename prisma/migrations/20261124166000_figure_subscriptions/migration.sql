-- Which figures leaders asked to be sent, and how often. ----------------------------------------------------------

create table figure_subscription (
  staff_id  integer not null references staff_member (id),
  rhythm    text not null check (rhythm in ('weekly', 'monthly', 'quarterly')),
  since     timestamptz not null,
  -- The last morning on which it was considered, whether there was anything to say or not.
  looked_on date,
  primary key (staff_id, rhythm)
);
