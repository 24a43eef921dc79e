-- Templates for what staff write, and what each person used last.

create table tickets.templates (
    id         uuid not null,
    owner_id   uuid not null,
    name       text not null,
    body       text not null,
    audience   text not null,
    team_id    uuid,
    created_at timestamptz not null,
    deleted_at timestamptz,
    constraint templates_pk primary key (id),
    constraint templates_audience_known check (audience in ('me', 'team', 'everybody')),
    constraint templates_team_where_shared_with_one check ((audience = 'team') = (team_id is not null))
);
-- Which templates has this person made? No two of them have one name. (menu of a text, list of templates)
create unique index templates_of on tickets.templates (owner_id, lower(name)) where deleted_at is null;
-- Which templates are shared with these teams? (menu of a text, list of templates)
create index templates_of_team on tickets.templates (team_id) where audience = 'team' and deleted_at is null;
-- Which templates are shared with everybody? (menu of a text, list of templates)
create index templates_of_everybody on tickets.templates (id) where audience = 'everybody' and deleted_at is null;
-- Which were deleted long enough ago? (sweep)
create index templates_deleted on tickets.templates (deleted_at) where deleted_at is not null;

-- When did this person last use that template or macro? (what was used lately comes first, by the primary key)
create table tickets.last_used (
    person_id uuid not null,
    what_id   uuid not null,
    used_at   timestamptz not null,
    constraint last_used_pk primary key (person_id, what_id)
) with (fillfactor = 80);
