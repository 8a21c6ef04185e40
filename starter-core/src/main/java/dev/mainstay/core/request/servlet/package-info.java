/**
 * The request lifecycle on a servlet container.
 */
@NullMarked
package dev.mainstay.core.request.servlet;

import org.jspecify.annotations.NullMarked;
