package dev.mainstay.security.event.autoconfigure;

/**
 * Security events that are not told of in this application.
 *
 * @param text which, and why
 */
record UnseenEvents(String text) {

}
