/**
 * Sends probes through the servlet stack.
 */
@NullMarked
package dev.mainstay.core.hardening.probe.servlet;

import org.jspecify.annotations.NullMarked;
