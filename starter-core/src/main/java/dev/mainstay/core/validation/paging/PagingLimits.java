package dev.mainstay.core.validation.paging;

/**
 * How much callers may ask for.
 *
 * @param size the most elements of a page, from 1
 * @param offset the most elements before a page, from 0
 * @param sorts the most properties to sort by, from 1
 * @since 0.1.0
 */
public record PagingLimits(int size, long offset, int sorts) {

}
