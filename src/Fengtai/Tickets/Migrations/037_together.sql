-- Who has a ticket open on the desk, and who is writing: one row per open page, good until its time is over.
-- Not logged: after a crash of the server nobody is there until their page says so again.
create unlogged table tickets.presence (
    page       text not null,
    ticket_id  uuid not null,
    person_id  uuid not null,
    is_writing boolean not null,
    until      timestamptz not null,
    constraint presence_pk primary key (page)
) with (fillfactor = 50);
-- Who is at these tickets? (each node, for the pages it serves)
create index presence_ticket on tickets.presence (ticket_id);

-- What somebody has written and not sent: one row per person, ticket, form and field.
create table tickets.drafts (
    person_id uuid not null,
    ticket_id uuid not null,
    form      text not null,
    field     text not null,
    body      text not null,
    choice    text,
    saved_at  timestamptz not null,
    constraint drafts_pk primary key (person_id, ticket_id, form, field),
    constraint drafts_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint drafts_not_endless check (length(body) <= 20000)
);
-- Which of this person's are the oldest? (no more than so many are kept)
create index drafts_of_person on tickets.drafts (person_id, saved_at);
-- Which were forgotten? (sweep)
create index drafts_saved on tickets.drafts (saved_at);
