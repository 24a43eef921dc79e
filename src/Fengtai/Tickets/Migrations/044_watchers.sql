-- Staff who want to hear of a ticket that need not be theirs (关注).
create table tickets.watchers (
    ticket_id   uuid not null,
    person_id   uuid not null,
    since       timestamptz not null,
    added_by_id uuid,
    constraint watchers_pk primary key (ticket_id, person_id),
    constraint watchers_ticket foreign key (ticket_id) references tickets.tickets (id)
);
-- Which tickets does this person watch? (我关注的, filter)
create index watchers_of_person on tickets.watchers (person_id, ticket_id);

-- Who was named in a note, in which words: so the page knows them for good, whatever people are called later.
create table tickets.mentions (
    note_id   uuid not null,
    said      text not null,
    person_id uuid not null,
    ticket_id uuid not null,
    constraint mentions_pk primary key (note_id, said),
    constraint mentions_note foreign key (note_id) references tickets.notes (id),
    constraint mentions_ticket foreign key (ticket_id) references tickets.tickets (id)
);
-- Who is named in the notes of this ticket? (its page)
create index mentions_of_ticket on tickets.mentions (ticket_id);
