-- Which tickets follow this closed one? (ticket page)
create index tickets_follows on tickets.tickets (follows_id) where follows_id is not null;
