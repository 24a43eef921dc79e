-- Saved views of the queue, how each person arranges views, and indexes for every order of a list.

create table tickets.views (
    id         uuid not null,
    owner_id   uuid not null,
    name       text not null,
    audience   text not null,
    team_id    uuid,
    base       text not null,
    filter     text not null,
    sort       text,
    columns    text[] not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    constraint views_pk primary key (id),
    constraint views_audience_known check (audience in ('me', 'team', 'everybody')),
    constraint views_team_where_shared_with_one check ((audience = 'team') = (team_id is not null))
);
-- Which views has this person made? No two of them have one name. (rail of the desk)
create unique index views_of on tickets.views (owner_id, lower(name)) where deleted_at is null;
-- Which views are shared with these teams? (rail of the desk)
create index views_of_team on tickets.views (team_id) where audience = 'team' and deleted_at is null;
-- Which views are shared with everybody? (rail of the desk)
create index views_of_everybody on tickets.views (id) where audience = 'everybody' and deleted_at is null;
-- Which were deleted long enough ago? (sweep)
create index views_deleted on tickets.views (deleted_at) where deleted_at is not null;

-- What a person has arranged for themselves; view is the word of a built-in view or the id of a saved one.
-- Which order and columns has this person chosen? (every page of the queue, by the primary key)
create table tickets.view_places (
    person_id uuid not null,
    view      text not null,
    position  integer,
    columns   text[],
    constraint view_places_pk primary key (person_id, view)
);

-- Orders end with the id, so that a page begins exactly where the one before ended. What has no such moment sorts as if it were infinitely far.
drop index tickets.tickets_open;
drop index tickets.tickets_owner;
drop index tickets.tickets_assignee;
drop index tickets.tickets_team;
-- What is open, by status, and due next? How many are there in each view? (queue; the counts read this index alone, hence what it includes)
create index tickets_open on tickets.tickets (status, coalesce(next_due_at, 'infinity'), id)
    include (number, type, priority, impact, urgency, category_id, channel, requester_id, reported_by_id, owner_id, team_id, assignee_id, out_of_scope, entered_afterwards,
        opened_at, resolved_at, updated_at, unanswered_since, wait_reason, reopen_count, next_due_at)
    where status not in ('closed', 'cancelled');
-- What is open and due next? (all that is open, narrowed by anything)
create index tickets_next on tickets.tickets (coalesce(next_due_at, 'infinity'), id) where status not in ('closed', 'cancelled');
-- What does this person on the desk own? (我负责的)
create index tickets_owner on tickets.tickets (owner_id, coalesce(next_due_at, 'infinity'), id) where status not in ('closed', 'cancelled');
-- What is this engineer working on? (我处理的)
create index tickets_assignee on tickets.tickets (assignee_id, coalesce(next_due_at, 'infinity'), id) where status not in ('closed', 'cancelled');
-- What does this team have? (本组)
create index tickets_team on tickets.tickets (team_id, coalesce(next_due_at, 'infinity'), id) where status not in ('closed', 'cancelled');
-- What is due next, whatever its state? (everything by next due)
create index tickets_due on tickets.tickets (coalesce(next_due_at, 'infinity'), id);
-- What is most urgent? (lists by priority)
create index tickets_priority on tickets.tickets (array_position(array['urgent', 'high', 'normal', 'low'], priority), coalesce(next_due_at, 'infinity'), id);
-- What changed last, or within these days? (lists by last change)
create index tickets_updated on tickets.tickets (updated_at desc, id desc);
-- What was resolved last, or within these days? (lists by solution)
create index tickets_resolved_at on tickets.tickets (coalesce(resolved_at, '-infinity') desc, id desc);
-- What was closed last, or within these days? (lists by closing)
create index tickets_closed_at on tickets.tickets (coalesce(closed_at, '-infinity') desc, id desc);
