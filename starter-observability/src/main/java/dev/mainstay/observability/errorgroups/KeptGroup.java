package dev.mainstay.observability.errorgroups;

/**
 * A group as it is kept over a restart.
 *
 * @param location the hash of its types and frames, which groups with other messages
 * share
 * @param group the group, without its sample
 * @since 0.1.0
 */
public record KeptGroup(String location, ErrorGroup group) {

}
