/**
 * What the failures of databases and repositories mean to the caller.
 */
@NullMarked
package dev.mainstay.core.problem.data;

import org.jspecify.annotations.NullMarked;
