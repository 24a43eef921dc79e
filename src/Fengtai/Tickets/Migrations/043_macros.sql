-- Macros: several acts in one, as lists of steps.

create table tickets.macros (
    id         uuid not null,
    owner_id   uuid not null,
    name       text not null,
    steps      jsonb not null,
    audience   text not null,
    team_id    uuid,
    created_at timestamptz not null,
    deleted_at timestamptz,
    constraint macros_pk primary key (id),
    constraint macros_audience_known check (audience in ('me', 'team', 'everybody')),
    constraint macros_team_where_shared_with_one check ((audience = 'team') = (team_id is not null))
);
-- Which macros has this person made? No two of them have one name. (menu of a ticket, list of macros)
create unique index macros_of on tickets.macros (owner_id, lower(name)) where deleted_at is null;
-- Which macros are shared with these teams? (menu of a ticket, list of macros)
create index macros_of_team on tickets.macros (team_id) where audience = 'team' and deleted_at is null;
-- Which macros are shared with everybody? (menu of a ticket, list of macros)
create index macros_of_everybody on tickets.macros (id) where audience = 'everybody' and deleted_at is null;
-- Which were deleted long enough ago? (sweep)
create index macros_deleted on tickets.macros (deleted_at) where deleted_at is not null;
