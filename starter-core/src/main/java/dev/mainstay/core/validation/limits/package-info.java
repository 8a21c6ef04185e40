/**
 * How much of a request is read before anybody looks at what it says.
 */
@NullMarked
package dev.mainstay.core.validation.limits;

import org.jspecify.annotations.NullMarked;
