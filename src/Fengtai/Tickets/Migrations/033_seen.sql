-- Which tickets somebody opened last; a few per person, so that the list follows them to another browser.
create table tickets.seen (
    person_id uuid not null,
    ticket_id uuid not null,
    seen_at   timestamptz not null,
    constraint seen_pk primary key (person_id, ticket_id),
    constraint seen_ticket foreign key (ticket_id) references tickets.tickets (id)
);
-- What did this person look at last? (recently seen, palette; and which are too many)
create index seen_of_person on tickets.seen (person_id, seen_at desc);
