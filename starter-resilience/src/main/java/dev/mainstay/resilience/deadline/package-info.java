/**
 * Until when an answer is of use: told by the caller of this service, kept while its
 * request is worked on, told to the services that it calls.
 */
@NullMarked
package dev.mainstay.resilience.deadline;

import org.jspecify.annotations.NullMarked;
