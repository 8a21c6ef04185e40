/**
 * Tells what happened that matters to security, in the words of the OWASP Logging
 * Vocabulary.
 */
@NullMarked
package dev.mainstay.security.event;

import org.jspecify.annotations.NullMarked;
