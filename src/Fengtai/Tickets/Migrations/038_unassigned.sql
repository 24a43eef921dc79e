-- What has no engineer yet and is due next? (未分派: among what is due first, most is somebody's, so the others would be read in vain)
create index tickets_unassigned on tickets.tickets (coalesce(next_due_at, 'infinity'), id)
    include (requester_id, reported_by_id, team_id)
    where assignee_id is null and status in ('accepted', 'assigned', 'inProgress', 'waiting');
