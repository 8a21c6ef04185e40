package dev.mainstay.observability.errorgroups;

/**
 * How much is remembered.
 *
 * @param groups how many groups
 * @param requests how many requests that failed
 * @param requestBytes what these may take
 * @since 0.1.0
 */
public record ErrorGroupLimits(int groups, int requests, long requestBytes) {

}
