package dev.mainstay.resilience.idempotency;

/**
 * A claim that was granted.
 *
 * @param recordKey the name of the operation
 * @param token proves its owner to the store
 * @since 0.1.0
 */
public record HeldClaim(String recordKey, String token) {

}
