/**
 * What a call to another service is made under, whoever makes it: its settings by the
 * name of the client, its state by name and authority, and the one order in which the
 * strategies are asked.
 */
@NullMarked
package dev.mainstay.resilience.policy;

import org.jspecify.annotations.NullMarked;
