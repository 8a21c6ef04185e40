/**
 * Finds the ways by which probes come into an application.
 */
@NullMarked
package dev.mainstay.core.hardening.probe.web;

import org.jspecify.annotations.NullMarked;
