-- What is agreed with those who are served, with teams and with suppliers; the clocks that measure the shares of the latter two.
create table service_levels.agreements (
    id             uuid not null,
    kind           text not null,
    name           text not null,
    name_en        text not null,
    valid_from     date not null,
    valid_until    date,
    review_on      date,
    responsible_id uuid,
    terms          text not null,
    goal           integer not null,
    categories     jsonb not null,
    customer       text not null,
    departments    jsonb not null,
    sites          jsonb not null,
    policies       jsonb not null,
    team_id        uuid,
    supplier       text not null,
    contact        text not null,
    calendar_id    uuid,
    targets        jsonb not null,
    pauses         jsonb not null,
    steps          jsonb not null,
    review_told    date,
    end_told       date,
    constraint agreements_pk primary key (id),
    constraint agreements_kind_known check (kind in ('sla', 'ola', 'uc')),
    constraint agreements_party check ((kind = 'ola') = (team_id is not null) and (kind = 'uc') = (supplier <> '')),
    constraint agreements_counted check ((kind = 'sla') = (calendar_id is null)),
    constraint agreements_goal check (goal between 1 and 100)
);

alter table service_levels.clocks
    alter column policy_id drop not null,
    add column agreement_id uuid,
    add constraint clocks_agreement foreign key (agreement_id) references service_levels.agreements (id),
    add constraint clocks_one_promise check (num_nonnulls(policy_id, agreement_id) = 1);
-- How were this agreement's clocks kept? (its page); which of them still run? (it was edited)
create index clocks_of_agreement on service_levels.clocks (agreement_id) where agreement_id is not null;

alter table service_levels.recomputations
    add column agreement_id uuid,
    drop constraint recomputations_of_one,
    add constraint recomputations_of_one check (num_nonnulls(calendar_id, policy_id, agreement_id) = 1);
