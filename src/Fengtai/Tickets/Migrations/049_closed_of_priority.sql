-- Everything, newest first, whatever it is narrowed to: what lists are filtered by stands in the index itself (it was there; this adds bytes, not writes)
drop index tickets.tickets_opened;
create index tickets_opened on tickets.tickets (opened_at desc, id desc)
    include (status, priority, type, channel, category_id, team_id, owner_id, assignee_id, requester_id, reported_by_id);
-- Which closed ones are of this priority, newest first? (saved views of what is past; few closed ones are urgent)
create index tickets_closed_of_priority on tickets.tickets (priority, opened_at desc, id desc)
    include (category_id, type, team_id, assignee_id) where status = 'closed';
