-- Who is of this department? (lists narrowed by the requester's department, suggestions while typing one)
create index people_department on identity.people (department, id);
-- Who is at this site? (the same by site)
create index people_site on identity.people (site, id);
-- Who is marked for the desk? (lists of their requests)
create index people_vip on identity.people (id) where is_vip;
