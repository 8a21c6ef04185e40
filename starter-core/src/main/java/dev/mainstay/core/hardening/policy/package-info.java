/**
 * What an organisation has decided for all its services.
 */
@NullMarked
package dev.mainstay.core.hardening.policy;

import org.jspecify.annotations.NullMarked;
