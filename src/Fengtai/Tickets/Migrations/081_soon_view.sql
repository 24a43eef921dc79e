-- What is open is counted and listed by whether its next deadline is close (即将超时), so the indexes of what is open hold that moment too.

-- Tickets to which nothing has happened since the moment is kept: close once they are late. A wait comes back by itself.
update tickets.tickets
set next_soon_at = next_due_at
where next_soon_at is null
  and next_action <> 'resume'
  and status not in ('closed', 'cancelled');

drop index tickets.tickets_open;
-- What is open, by status, and due next? How many are there in each view, of the board's open tickets in each group? (queue, board; the counts read this index alone, hence what it includes)
create index tickets_open on tickets.tickets (status, coalesce(next_due_at, 'infinity'), id)
    include (number, type, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        opened_at, resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at, next_soon_at)
    where status not in ('closed', 'cancelled');

drop index tickets.tickets_next;
-- What is open and due next, narrowed by anything? (即将超时 among them: what is close stands near the beginning)
create index tickets_next on tickets.tickets (coalesce(next_due_at, 'infinity'), id)
    include (number, type, status, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        opened_at, resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at, next_soon_at)
    where status not in ('closed', 'cancelled');

drop index tickets.tickets_open_newest;
-- What is open, newest first, narrowed by anything?
create index tickets_open_newest on tickets.tickets (opened_at desc, id desc)
    include (number, type, status, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at, next_soon_at)
    where status not in ('closed', 'cancelled');
