-- People and teams, how they sign in, and what they are signed in with.
create schema identity;

create table identity.people (
    id           uuid not null,
    login        text not null,
    name         text not null,
    staff_number text,
    department   text,
    site         text,
    phone        text,
    mobile       text,
    we_chat      text,
    mail         text,
    culture      text not null,
    time_zone    text not null,
    is_vip       boolean not null default false,
    is_active    boolean not null default true,
    roles        text[] not null,
    created_at   timestamptz not null,
    search       tsvector not null,
    sort_name    text not null,
    constraint people_pk primary key (id),
    constraint people_login_unique unique (login),
    constraint people_login_lower check (login = lower(login)),
    constraint people_staff_number_unique unique (staff_number)
);
-- Who is meant by these words? (search by name, pinyin, numbers)
create index people_search on identity.people using gin (search);
-- The list of people, a page at a time (administration)
create index people_sort on identity.people (sort_name collate "C", id);
-- Who has this role? (administration, demonstration)
create index people_roles on identity.people using gin (roles);
-- Whose address is this? (incoming mail)
create index people_mail on identity.people (lower(mail));

create table identity.accounts (
    person_id            uuid not null,
    password_hash        text,
    must_change_password boolean not null default false,
    password_changed_at  timestamptz,
    last_sign_in_at      timestamptz,
    constraint accounts_pk primary key (person_id),
    constraint accounts_person_fk foreign key (person_id) references identity.people (id)
);

create table identity.teams (
    id      uuid not null,
    code    text not null,
    name    text not null,
    name_en text not null,
    line    text not null,
    constraint teams_pk primary key (id),
    constraint teams_code_unique unique (code),
    constraint teams_line_known check (line in ('first', 'second', 'third'))
);

create table identity.team_members (
    team_id   uuid not null,
    person_id uuid not null,
    is_lead   boolean not null default false,
    constraint team_members_pk primary key (team_id, person_id),
    constraint team_members_team_fk foreign key (team_id) references identity.teams (id),
    constraint team_members_person_fk foreign key (person_id) references identity.people (id)
);
-- Which teams is this person in? (every request of somebody signed in)
create index team_members_person on identity.team_members (person_id);

create table identity.sign_in_attempts (
    login_hash   bytea not null,
    failed       integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz,
    constraint sign_in_attempts_pk primary key (login_hash)
);
-- Which are long over? (sweep)
create index sign_in_attempts_last_at on identity.sign_in_attempts (last_at);

create table identity.sessions (
    id           uuid not null,
    person_id    uuid not null,
    token_hash   bytea not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    address      text not null,
    device       text not null,
    constraint sessions_pk primary key (id),
    constraint sessions_token_unique unique (token_hash),
    constraint sessions_person_fk foreign key (person_id) references identity.people (id)
);
-- Where is this person signed in? (account page, ending all)
create index sessions_person on identity.sessions (person_id);
-- Which are over? (sweep)
create index sessions_expires_at on identity.sessions (expires_at);

create table identity.tokens (
    id           uuid not null,
    person_id    uuid not null,
    name         text not null,
    token_hash   bytea not null,
    may_write    boolean not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    constraint tokens_pk primary key (id),
    constraint tokens_token_unique unique (token_hash),
    constraint tokens_person_fk foreign key (person_id) references identity.people (id)
);
-- Which tokens has this person? (account page)
create index tokens_person on identity.tokens (person_id);

create table identity.links (
    token_hash bytea not null,
    person_id  uuid,
    expires_at timestamptz not null,
    constraint links_pk primary key (token_hash),
    constraint links_person_fk foreign key (person_id) references identity.people (id)
);
-- Is there still a link for this person, to be replaced by a new one?
create index links_person on identity.links (person_id);
