/**
 * What the web stacks share and nobody else needs; it may change with every release.
 */
@NullMarked
package dev.mainstay.core.problem.internal;

import org.jspecify.annotations.NullMarked;
