-- What requests are about, what is asked then, and how urgent they are.
create schema catalog;

create table catalog.categories (
    id              uuid not null,
    parent_id       uuid,
    code            text not null,
    name            text not null,
    name_en         text not null,
    icon            text not null,
    hint            text,
    hint_en         text,
    keywords        text[] not null default '{}',
    default_team_id uuid,
    default_type    text,
    paper_module    text,
    is_active       boolean not null,
    position        integer not null,
    form            jsonb,
    constraint categories_pk primary key (id),
    constraint categories_parent_fk foreign key (parent_id) references catalog.categories (id) deferrable initially deferred,
    constraint categories_not_its_own_parent check (parent_id <> id)
);
-- Which category has this code? (API; no two have the same)
create unique index categories_code on catalog.categories (code);

create table catalog.priority_matrix (
    id        uuid not null,
    cells     jsonb not null,
    impacts   jsonb not null,
    urgencies jsonb not null,
    constraint priority_matrix_pk primary key (id)
);
