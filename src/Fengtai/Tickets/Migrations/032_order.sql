-- Order among tickets: merged ones, links, parents and children, major incidents and what reaches their children.
alter table tickets.tickets
    add column merged_into_id uuid,
    add column parent_id uuid,
    add column is_major boolean not null default false,
    add constraint tickets_merged_into foreign key (merged_into_id) references tickets.tickets (id),
    add constraint tickets_parent foreign key (parent_id) references tickets.tickets (id),
    add constraint tickets_merged_is_closed check (merged_into_id is null or status = 'closed' and close_code = 'duplicate' and merged_into_id <> id),
    add constraint tickets_parent_is_another check (parent_id <> id);
-- What was merged into this ticket?
create index tickets_merged on tickets.tickets (merged_into_id) where merged_into_id is not null;
-- Which are the children of this ticket?
create index tickets_children on tickets.tickets (parent_id) where parent_id is not null;
-- Which major incidents are going on? (on every page)
create index tickets_major on tickets.tickets (id) where is_major and status not in ('resolved', 'closed', 'cancelled');
-- What is open in this category and came in lately? (duplicate hints)
create index tickets_lately on tickets.tickets (category_id, opened_at desc) where status not in ('closed', 'cancelled');

-- How a merged ticket stood before, so that the merge can be undone.
create table tickets.merges (
    ticket_id         uuid not null,
    survivor_id       uuid not null,
    at                timestamptz not null,
    by_id             uuid,
    before            jsonb not null,
    waiting_since     timestamptz,
    unanswered_before timestamptz,
    constraint merges_pk primary key (ticket_id),
    constraint merges_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint merges_survivor foreign key (survivor_id) references tickets.tickets (id)
);

-- Who may follow a ticket because a ticket of theirs was merged into it.
create table tickets.participants (
    ticket_id  uuid not null,
    person_id  uuid not null,
    through_id uuid not null,
    constraint participants_pk primary key (ticket_id, person_id, through_id),
    constraint participants_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint participants_through foreign key (through_id) references tickets.tickets (id)
);
-- Which tickets does this person follow?
create index participants_person on tickets.participants (person_id, ticket_id);

-- The merged ticket at which a message was written that stands here.
alter table tickets.notes add column through_id uuid;

create table tickets.links (
    from_id uuid not null,
    to_id   uuid not null,
    kind    text not null,
    at      timestamptz not null,
    by_id   uuid,
    constraint links_pk primary key (from_id, to_id),
    constraint links_from foreign key (from_id) references tickets.tickets (id),
    constraint links_to foreign key (to_id) references tickets.tickets (id),
    constraint links_two check (from_id <> to_id),
    constraint links_kind_known check (kind in ('related', 'blocks', 'duplicateOf', 'causedBy', 'splitFrom'))
);
-- Are these two linked already, one way or the other?
create unique index links_pair on tickets.links (least(from_id, to_id), greatest(from_id, to_id));
-- What links to this ticket?
create index links_to_ticket on tickets.links (to_id);

-- What everybody may read of a major incident; the ticket says whether it is one now.
create table tickets.major_incidents (
    ticket_id        uuid not null,
    title            text not null,
    declared_at      timestamptz not null,
    declared_by_id   uuid,
    reason           text not null,
    latest_update    text,
    latest_update_at timestamptz,
    constraint major_incidents_pk primary key (ticket_id),
    constraint major_incidents_ticket foreign key (ticket_id) references tickets.tickets (id)
);

-- Something that reaches many children one after another: they are attached, told, or resolved.
create table tickets.spreads (
    id        uuid not null,
    position  bigint not null generated always as identity,
    ticket_id uuid not null,
    kind      text not null,
    text      text,
    at        timestamptz not null,
    by_id     uuid,
    constraint spreads_pk primary key (id),
    constraint spreads_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint spreads_kind_known check (kind in ('attach', 'update', 'resolve'))
);
-- What was spread from this ticket, in order?
create index spreads_of_ticket on tickets.spreads (ticket_id, position);

create table tickets.spread_children (
    spread_id uuid not null,
    ticket_id uuid not null,
    state     text not null,
    refusal   text,
    is_told   boolean not null,
    constraint spread_children_pk primary key (spread_id, ticket_id),
    constraint spread_children_spread foreign key (spread_id) references tickets.spreads (id),
    constraint spread_children_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint spread_children_state_known check (state in ('waiting', 'done', 'refused'))
);
-- Which children has it not reached yet, and of which has the parent not been told?
create index spread_children_left on tickets.spread_children (spread_id, ticket_id) where not is_told;
