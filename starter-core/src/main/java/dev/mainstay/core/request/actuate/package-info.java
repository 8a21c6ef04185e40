/**
 * What the request lifecycle knows of management endpoints.
 */
@NullMarked
package dev.mainstay.core.request.actuate;

import org.jspecify.annotations.NullMarked;
