package dev.mainstay.resilience.idempotency;

/**
 * An operation that somebody asks for with a key. All of it is opaque text of at most 64
 * ASCII characters, from which neither the key nor the caller can be read.
 *
 * @param recordKey the name of the operation
 * @param fingerprint the digest of what it is asked to do
 * @param caller the digest of who asks for it, by which a store bounds what one caller
 * may take of it; those whom nobody knows by name have one together
 * @since 0.1.0
 */
public record Operation(String recordKey, String fingerprint, String caller) {

}
