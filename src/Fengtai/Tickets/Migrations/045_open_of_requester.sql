-- How many open tickets has this person? (beside each ticket of theirs; without it every open ticket is read)
create index tickets_open_of_requester on tickets.tickets (requester_id)
    include (assignee_id, team_id, reported_by_id)
    where status not in ('closed', 'cancelled');
