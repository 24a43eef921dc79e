-- Tickets, their conversation and files, and their words for searching.
create schema tickets;

create sequence tickets.number start 100001;

create table tickets.tickets (
    id                  uuid not null,
    number              bigint not null default nextval('tickets.number'),
    type                text not null,
    subject             text not null,
    description         text not null,
    status              text not null,
    impact              text,
    urgency             text,
    priority            text not null,
    claimed_impact      text,
    claimed_urgency     text,
    category_id         uuid,
    channel             text not null,
    requester_id        uuid not null,
    reported_by_id      uuid,
    owner_id            uuid,
    team_id             uuid,
    assignee_id         uuid,
    out_of_scope        boolean not null,
    entered_afterwards  boolean not null,
    contact             text,
    place               text,
    answers             jsonb not null,
    missing_answers     text[] not null,
    occurred_at         timestamptz,
    opened_at           timestamptz not null,
    accepted_at         timestamptz,
    assigned_at         timestamptz,
    taken_at            timestamptz,
    first_response_at   timestamptz,
    started_at          timestamptz,
    resolved_at         timestamptz,
    closed_at           timestamptz,
    updated_at          timestamptz not null,
    last_update_to_user_at timestamptz not null,
    unanswered_since    timestamptz,
    wait_reason         text,
    wait_until          timestamptz,
    status_before_wait  text,
    solution            text,
    cause               text,
    prevention          text,
    tested              text,
    outcome             text,
    first_contact       boolean not null,
    close_code          text,
    reopen_count        integer not null,
    call_attempts       integer not null,
    follows_id          uuid,
    rating_overall      integer,
    rating_speed        integer,
    rating_attitude     integer,
    rating_result       integer,
    rating_comment      text,
    rated_at            timestamptz,
    next_action         text,
    next_due_at         timestamptz,
    constraint tickets_pk primary key (id),
    constraint tickets_number unique (number),
    constraint tickets_follows foreign key (follows_id) references tickets.tickets (id),
    constraint tickets_status_known check (status in ('new', 'accepted', 'assigned', 'inProgress', 'waiting', 'resolved', 'closed', 'cancelled')),
    constraint tickets_open_has_owner check (status in ('new', 'cancelled') or owner_id is not null),
    constraint tickets_waiting_has_reason check (status <> 'waiting' or wait_reason is not null and wait_until is not null),
    constraint tickets_resolved_has_solution check (status <> 'resolved' or solution is not null),
    constraint tickets_closed_has_code check (status <> 'closed' or close_code is not null),
    constraint tickets_open_has_next check (status in ('closed', 'cancelled') or next_action is not null and next_due_at is not null),
    constraint tickets_rating_range check (rating_overall between 1 and 5 and rating_speed between 1 and 5 and rating_attitude between 1 and 5 and rating_result between 1 and 5)
);
-- What is open, by status, and due next? (queue and its counts)
create index tickets_open on tickets.tickets (status, next_due_at, id) where status not in ('closed', 'cancelled');
-- What does this person on the desk own? (我负责的)
create index tickets_owner on tickets.tickets (owner_id, next_due_at) where status not in ('closed', 'cancelled');
-- What is this engineer working on? (我处理的)
create index tickets_assignee on tickets.tickets (assignee_id, next_due_at) where status not in ('closed', 'cancelled');
-- What does this team have? (本组)
create index tickets_team on tickets.tickets (team_id, next_due_at) where status not in ('closed', 'cancelled');
-- What did this person ask for, newest first? (own requests, requester's history)
create index tickets_requester on tickets.tickets (requester_id, opened_at desc);
-- What did this person report for others? (own requests)
create index tickets_reporter on tickets.tickets (reported_by_id, opened_at desc) where reported_by_id is not null;
-- Everything, newest first (全部)
create index tickets_opened on tickets.tickets (opened_at desc, id desc);
-- Which waits end? (sweep)
create index tickets_wait_until on tickets.tickets (wait_until) where status = 'waiting';
-- Who is to be called? (待回访, sweep)
create index tickets_resolved on tickets.tickets (resolved_at) where status = 'resolved';

create table tickets.notes (
    id                uuid not null,
    ticket_id         uuid not null,
    author_id         uuid,
    at                timestamptz not null,
    text              text not null,
    is_public         boolean not null,
    is_from_user      boolean not null,
    no_reply_needed   boolean not null,
    looks_like_thanks boolean not null,
    constraint notes_pk primary key (id),
    constraint notes_ticket foreign key (ticket_id) references tickets.tickets (id)
);
-- The conversation of a ticket
create index notes_of_ticket on tickets.notes (ticket_id, at);

create table tickets.attachments (
    file_id   uuid not null,
    ticket_id uuid not null,
    note_id   uuid,
    is_public boolean not null,
    constraint attachments_pk primary key (file_id),
    constraint attachments_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint attachments_note foreign key (note_id) references tickets.notes (id)
);
-- The files of a ticket
create index attachments_of_ticket on tickets.attachments (ticket_id);

-- One row per text: the request itself (note_id is the ticket's id), each note, the solution. Positions end at 16,383.
create table tickets.search (
    ticket_id uuid not null,
    part_id   uuid not null,
    is_public boolean not null,
    words     tsvector not null,
    constraint search_pk primary key (ticket_id, part_id),
    constraint search_ticket foreign key (ticket_id) references tickets.tickets (id)
);
-- Which tickets speak of this?
create index search_words on tickets.search using gin (words) with (fastupdate = off);
