-- From when on the next deadline is close; who counts by working time sets it. Until something happens to a ticket it is not known.
alter table tickets.tickets add column next_soon_at timestamptz;
