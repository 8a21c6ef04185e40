/**
 * What callers say of the files that they send.
 */
@NullMarked
package dev.mainstay.core.validation.uploads;

import org.jspecify.annotations.NullMarked;
