/**
 * Reads the JSON of requests on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.json.reactive;

import org.jspecify.annotations.NullMarked;
