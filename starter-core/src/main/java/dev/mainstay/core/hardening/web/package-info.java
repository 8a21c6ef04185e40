/**
 * The handlers of an application, whichever web stack it has.
 */
@NullMarked
package dev.mainstay.core.hardening.web;

import org.jspecify.annotations.NullMarked;
