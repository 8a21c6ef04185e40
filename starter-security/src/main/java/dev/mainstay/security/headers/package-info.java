/**
 * Sets the headers that keep a browser from misusing an answer.
 */
@NullMarked
package dev.mainstay.security.headers;

import org.jspecify.annotations.NullMarked;
