/**
 * The forms in which the hardening sheet is read.
 */
@NullMarked
package dev.mainstay.core.hardening.report;

import org.jspecify.annotations.NullMarked;
