/**
 * The routes of Spring MVC.
 */
@NullMarked
package dev.mainstay.observability.slo.routes.servlet;

import org.jspecify.annotations.NullMarked;
