package dev.mainstay.resilience.retry;

/**
 * Who makes a call.
 *
 * @param name the name of the client, low in cardinality
 * @param budget the budget of the client for the authority that it calls
 * @param retriesItself whether the client was seen to make a call more than once by
 * itself
 * @param rejecting whether another attempt would be rejected on this side, because the
 * circuit breaker is open
 * @since 0.1.0
 */
public record RetryingClient(String name, RetryBudget budget, boolean retriesItself, boolean rejecting) {
}
