-- Who is disabled? (administration; few of many, so the list by name would be read to its end)
create index people_disabled on identity.people (sort_name collate "C", id) where not is_active;
