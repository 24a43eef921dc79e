-- The board: figures of the past are read from two indexes alone. Both were there; they now hold what is counted, and whose it is.
-- Every change of a ticket writes to all its indexes anyway (they hold when it last changed), so this adds bytes, not writes.

drop index tickets.tickets_opened;
-- Everything, newest first (全部). How many were opened on each of these days, by team and category? (board)
create index tickets_opened on tickets.tickets (opened_at desc, id desc)
    include (team_id, category_id, requester_id, reported_by_id, assignee_id);

drop index tickets.tickets_resolved_at;
-- What was resolved last, or within these days? (lists by solution) How many on each of these days, at first contact, after having been put back to work? (board)
create index tickets_resolved_at on tickets.tickets (coalesce(resolved_at, '-infinity') desc, id desc)
    include (resolved_at, team_id, category_id, requester_id, reported_by_id, assignee_id, first_contact, reopen_count);

-- Which open tickets lack answers that their form requires? (board, list of the incomplete)
create index tickets_incomplete on tickets.tickets (coalesce(next_due_at, 'infinity'), id)
    include (team_id, category_id, requester_id, reported_by_id, assignee_id)
    where missing_answers <> '{}' and status not in ('closed', 'cancelled');
