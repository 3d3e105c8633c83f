package io.casewright.desk.domain;

/** How long each list is. */
public record DeskCounts(long mine, long queues, long overdue, long waiting, long all) {

    public long of(DeskList list) {
        return switch (list) {
            case MINE -> mine;
            case QUEUES -> queues;
            case OVERDUE -> overdue;
            case WAITING -> waiting;
            case ALL -> all;
        };
    }
}
