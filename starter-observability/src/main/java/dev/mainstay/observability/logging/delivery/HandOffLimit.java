package dev.mainstay.observability.logging.delivery;

/**
 * How much may wait to be written.
 *
 * @param lines how many lines
 * @param bytes how many bytes they may take together
 */
record HandOffLimit(int lines, long bytes) {

}
