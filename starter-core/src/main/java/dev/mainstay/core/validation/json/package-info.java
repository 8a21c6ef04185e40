/**
 * How the JSON of requests is read: within limits, and as strictly as the rules say.
 */
@NullMarked
package dev.mainstay.core.validation.json;

import org.jspecify.annotations.NullMarked;
