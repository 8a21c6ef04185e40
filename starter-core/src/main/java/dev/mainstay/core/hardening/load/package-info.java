/**
 * Checks of what happens when there is a lot of it: threads, queues, caches and time.
 */
@NullMarked
package dev.mainstay.core.hardening.load;

import org.jspecify.annotations.NullMarked;
