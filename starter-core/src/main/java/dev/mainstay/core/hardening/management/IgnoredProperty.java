package dev.mainstay.core.hardening.management;

import org.jspecify.annotations.Nullable;

/**
 * A property that nothing reads any more. Immutable.
 *
 * @param name the name
 * @param replacement the name of the one that is read instead, {@code null} if none is
 */
record IgnoredProperty(String name, @Nullable String replacement) {

}
