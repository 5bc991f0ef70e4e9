-- Nothing is found by its reference, and PostgreSQL keeps no long text in an index: it refused the plan.
drop index plans_by_ref;
