/** How long a worker may be silent before its conversation is given to another, as SQL. */
export const lease = "interval '60 seconds'";
