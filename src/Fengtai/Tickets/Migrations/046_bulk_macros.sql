-- A macro can be run on many tickets at once.
alter table tickets.batches
    drop constraint batches_act_known,
    add constraint batches_act_known check (act in ('accept', 'classify', 'assign', 'wait', 'resume', 'notes', 'close', 'link', 'macro'));
