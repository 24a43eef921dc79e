-- When people work: calendars, and the lists of holidays that they share.
create schema calendars;

create table calendars.calendars (
    id         uuid not null,
    name       text not null,
    name_en    text not null,
    definition jsonb not null,
    is_active  boolean not null,
    constraint calendars_pk primary key (id),
    constraint calendars_have_a_name check (name <> '')
);
-- Is a calendar called this already? (no two are)
create unique index calendars_name on calendars.calendars (lower(name));

create table calendars.holiday_lists (
    id           uuid not null,
    name         text not null,
    name_en      text not null,
    missing_told integer,
    constraint holiday_lists_pk primary key (id),
    constraint holiday_lists_have_a_name check (name <> '')
);
-- Is a list called this already? (no two are)
create unique index holiday_lists_name on calendars.holiday_lists (lower(name));

-- What was published for a year; a few of its days may lie in the neighbouring ones.
create table calendars.holiday_years (
    id      uuid not null,
    list_id uuid not null,
    year    integer not null,
    days    jsonb not null,
    constraint holiday_years_pk primary key (id),
    constraint holiday_years_list foreign key (list_id) references calendars.holiday_lists (id),
    constraint holiday_years_calculable check (year between 1970 and 2099)
);
-- Which years does this list have, each once? (reading of calendars, import, reminder)
create unique index holiday_years_of on calendars.holiday_years (list_id, year);
