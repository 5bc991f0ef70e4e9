-- What a person is asked about, so that the inbox is a list of rows; null where an older version asked, and then it is read from the events.
alter table run_asks add column subject text;
