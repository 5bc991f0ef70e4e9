package dev.muster.api.problem;

/** What looks at a request before an operation does, in this order: what one of them refuses the later ones never see. */
public enum HandlerOrder {
    /** Whatever refuses a request, it is measured. */
    MEASURED_PATHS,
    REQUEST_IDS,
    WRITTEN_ADDRESS,
    REQUEST_TRACES,
    BODY_LIMIT,
    LOCAL_NAMES,
    FOREIGN_PAGES,
    /** Between the framework's handlers that say who calls and those that say what they may. */
    OVERLOAD(-150);

    private final int order;

    HandlerOrder() {
        this.order = Integer.MIN_VALUE + ordinal();
    }

    HandlerOrder(int order) {
        this.order = order;
    }

    /** As the router counts: lower ones come first. */
    public int order() {
        return order;
    }
}
