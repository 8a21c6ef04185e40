/**
 * Binds the guard to the handlers of the management endpoints in Spring MVC.
 */
@NullMarked
package dev.mainstay.core.management.servlet;

import org.jspecify.annotations.NullMarked;
