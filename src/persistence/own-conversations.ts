/** The conversations of one person, as a subquery: that with the id `$1` and those that were joined to it. */
export const ownConversations = `(
  select id from conversation where id = $1
  union select other.id from conversation own join conversation other on other.person_id = own.person_id
  where own.id = $1)`;
