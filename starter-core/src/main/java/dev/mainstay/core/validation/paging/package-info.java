/**
 * What callers may ask for of pages and of the order of their elements.
 */
@NullMarked
package dev.mainstay.core.validation.paging;

import org.jspecify.annotations.NullMarked;
