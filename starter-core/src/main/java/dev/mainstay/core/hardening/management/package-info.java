/**
 * Checks of the management endpoints, and of the tools of the development that have no
 * place in a production.
 */
@NullMarked
package dev.mainstay.core.hardening.management;

import org.jspecify.annotations.NullMarked;
