/**
 * Parameters that are sent more often than a handler takes them.
 */
@NullMarked
package dev.mainstay.core.validation.parameters;

import org.jspecify.annotations.NullMarked;
