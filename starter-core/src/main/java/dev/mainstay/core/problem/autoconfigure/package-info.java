/**
 * Auto-configuration of the error contract.
 */
@NullMarked
package dev.mainstay.core.problem.autoconfigure;

import org.jspecify.annotations.NullMarked;
