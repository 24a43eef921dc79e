-- Lists of open tickets are read in their order from an index that holds what they are narrowed by: the first page is there after as many
-- entries as it takes to find fifty, without a look at the tickets themselves. (next_due_at stands beside its own expression because the
-- planner reads an index alone only where it holds every column that is spoken of.)
drop index tickets.tickets_next;
-- What is open and due next, narrowed by anything?
create index tickets_next on tickets.tickets (coalesce(next_due_at, 'infinity'), id)
    include (number, type, status, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        opened_at, resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at)
    where status not in ('closed', 'cancelled');
-- What is open, newest first, narrowed by anything?
create index tickets_open_newest on tickets.tickets (opened_at desc, id desc)
    include (number, type, status, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at)
    where status not in ('closed', 'cancelled');
drop index tickets.tickets_unassigned;
-- What has no engineer yet and is due next? (未分派: among what is due first, most is somebody's, so the others would be read in vain)
create index tickets_unassigned on tickets.tickets (coalesce(next_due_at, 'infinity'), id)
    include (requester_id, reported_by_id, team_id, next_due_at)
    where assignee_id is null and status in ('accepted', 'assigned', 'inProgress', 'waiting');
